-- Findings per rule, team and month of the replies in replies.csv (team, sent, body).
with checked as (
  select team, strftime(sent, '%Y-%m') as month, tone(body)::json as answer from 'replies.csv'
), findings as (
  select team, month, unnest(from_json(answer -> 'findings', '[{"rule":"VARCHAR","level":"VARCHAR"}]')) as found
  from checked
)
select found.rule as rule, found.level as level, team, month, count(*) as findings
from findings
group by all
order by findings desc, rule, team, month;
