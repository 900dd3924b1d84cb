-- For wrk: sends the lines of a file in any order, or each once where the third argument says so: each METHOD PATH [BODY], with the headers of another file.
-- Says at the end: answers, microseconds, failures, and the median, 95th and 99th percentile in microseconds.
local requests = {}
local once = false
local sent = 0

function init(args)
  for line in io.lines(args[2]) do
    local name, value = line:match("^(.-): (.*)$")
    wrk.headers[name] = value
  end
  for line in io.lines(args[1]) do
    local method, path, body = line:match("^(%S+) (%S+) ?(.*)$")
    requests[#requests + 1] = wrk.format(method, path, nil, body ~= "" and body or nil)
  end
  once = args[3] == "once"
  math.randomseed(11)
end

function request()
  if once then
    sent = sent + 1
    return requests[math.min(sent, #requests)]
  end
  return requests[math.random(#requests)]
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration,
    e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50), latency:percentile(95), latency:percentile(99)))
end
