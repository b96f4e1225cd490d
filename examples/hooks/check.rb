#!/usr/bin/env ruby
# Asks tonelint whether a draft is ready to go out:   check.rb [anyway] < draft.json
# Ends with 1 when the agent should look at it first, else with 0: also when nobody could be asked.
require "json"
require "net/http"

url = URI(ENV.fetch("TONELINT_URL", "http://127.0.0.1:7878") + "/v1/check")
url.query = "override=1" if ARGV.include?("anyway")
headers = {"Content-Type" => "application/json", "Authorization" => "Bearer #{ENV["TONELINT_TOKEN"]}"}
begin
  response = Net::HTTP.start(url.host, url.port, use_ssl: url.scheme == "https", open_timeout: 3,
                             read_timeout: 3) { |http| http.post(url, $stdin.read, headers) }
  response.value # raises for a refusal
  answer = JSON.parse(response.body.force_encoding("UTF-8"))
rescue StandardError
  warn "Not checked: send it as it is."
  exit 0
end
puts answer["message"]
answer["diagnostics"].each do |found|
  rather = found["rewrites"].first(1).map { |rewrite| " Rather: #{rewrite["text"]}" }
  puts "- #{found["message"]}#{rather.first}"
end
exit answer["verdict"] == "pass"
