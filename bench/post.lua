-- Asks the same again and again, or, where the body has {{n}}, never the same twice.
local template = os.getenv("BENCH_BODY")
local headers = { ["content-type"] = "application/json", ["accept"] = "application/json" }
local varies = string.find(template, "{{n}}", 1, true) ~= nil
local count = 0

function request()
  if not varies then return wrk.format("POST", nil, headers, template) end
  count = count + 1
  return wrk.format("POST", nil, headers, (string.gsub(template, "{{n}}", tostring(count))))
end
