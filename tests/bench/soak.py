#!/usr/bin/env python3
"""Whether tonelint serve keeps its memory over a long time of mixed load.

    tests/bench/soak.py [PROGRAM [MINUTES]]       PROGRAM: else build/release/tonelint; 20 minutes

wrk asks over 32 connections: short and long drafts, each other than the one before, in three syntaxes;
fixes, rules, drafts sent anyway, broken JSON, wrong paths. Meanwhile the guide changes every two
seconds, sometimes into a broken one. Prints the memory as it goes; ends with 1 when it has grown by
more than 5 % since the first fifth of the time, or when a connection failed.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "serve"))
program = sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "release" / "tonelint"
os.environ["TONELINT_PROGRAM"] = str(pathlib.Path(program).resolve())
seconds = 60 * float(sys.argv[2] if len(sys.argv) > 2 else 20)

from running import GUIDE  # it wants the program
from service import Service

REQUESTS = r"""
local sentence = "Unfortunately your ticket is delayed, as we said before; you have to wait for it. "
local json = {["Content-Type"] = "application/json"}
local at = 0
function request()
  at = at + 1
  local kind, number = at % 10, tostring(at * 7919 % 1000003)
  local text = "Hi Priya,\\n\\nNumber " .. number .. ". " .. sentence:rep(at % 29) .. "\\n\\nMarta"
  local body = '{"reply":"' .. text .. '","id":"' .. number ..
    '","customer":{"name":"Priya Nair","message":"Where is it? I wait since ' .. number .. '!"}}'
  if kind == 1 then return wrk.format("POST", "/v1/fix?all=1", json, body) end
  if kind == 2 then return wrk.format("POST", "/v1/check?override=1&guide=support", json, body) end
  if kind == 3 then return wrk.format("GET", "/v1/rules?guide=support") end
  if kind == 4 then return wrk.format("POST", "/v1/check", {["Content-Type"] = "text/html"}, "<p>" .. text) end
  if kind == 5 then return wrk.format("POST", "/v1/check", json, body:sub(1, -number % #body)) end
  if kind == 6 then return wrk.format("GET", "/" .. number) end
  return wrk.format("POST", at % 2 == 0 and "/v1/check?guide=support" or "/v1/check", json, body)
end
"""


def kilobytes(service, what="VmRSS"):
    status = pathlib.Path(f"/proc/{service.process.pid}/status").read_text()
    return int(re.search(what + r":\s+(\d+)", status)[1])


def main():
    if shutil.which("wrk") is None:
        sys.exit("this takes wrk (apt-get install wrk)")
    with Service("--quiet", guides=("acme=acme.yaml", "support")) as service:
        service.write("mixed.lua", REQUESTS)
        load = subprocess.Popen(
            ["wrk", "-t1", "-c32", f"-d{int(seconds)}s", "-s", service.path / "mixed.lua",
             f"http://127.0.0.1:{service.port}/"], stdout=subprocess.PIPE, text=True)
        begin, first, turn, told = time.monotonic(), 0, 0, 0
        print("minutes   memory", flush=True)
        while load.poll() is None:
            time.sleep(2)
            turn += 1
            service.write("acme.yaml", "rules: [" if turn % 5 == 4 else f"# {turn}\n" + GUIDE)
            passed = time.monotonic() - begin
            if not first and passed > seconds / 5:
                first = kilobytes(service)
            if passed > told + seconds / 20:
                told = passed
                print(f"{passed / 60:7.1f} {kilobytes(service) / 1024:5.1f} MB", flush=True)
        last = kilobytes(service)
        said = load.stdout.read()
        peak = kilobytes(service, "VmHWM")
    requests = re.search(r"(\d+) requests in", said)[1]
    broken = re.search(r"Socket errors.*", said)
    grown = 100 * (last - first) / first
    print(f"{requests} requests, {turn} guides; memory {first / 1024:.1f} MB after a fifth of the "
          f"time, {last / 1024:.1f} MB at the end ({grown:+.1f} %), {peak / 1024:.1f} MB at most")
    if broken:
        print(broken[0])
    return 1 if grown > 5 or broken else 0


if __name__ == "__main__":
    sys.exit(main())
