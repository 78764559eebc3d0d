import { redisScript } from './redis-script.ts';

/**
 * A counter is a hash: `n`, the last number, beside `e`, the epoch drawn when the counter was found missing.
 * `stand` reads it and gives out `step` numbers.
 */
const STAND = `
local fresh = ARGV[1]
local function stand(key, step)
  local epoch, isNew = redis.call('HGET', key, 'e'), false
  if not epoch then
    epoch, isNew = fresh, true
    redis.call('HSET', key, 'e', epoch, 'n', 0)
  end
  return epoch, redis.call('HINCRBY', key, 'n', step), isNew
end
`;

/**
 * Tells commits: each once, its frames numbered and kept by channel, all of it in one entry of the bus.
 *
 * KEYS bus, counter of the bus, then by commit: marker; by frame: counter, kept frames; by control: counters.
 * ARGV fresh epoch, entries kept, life of a marker (s), life of a counter (ms), commits, then by commit: moment,
 * items; by frame 'f', channel, head, tail, coalesce key, events kept, life (ms); by control 'c', json, n, channels.
 */
export const PUBLISH = redisScript(`${STAND}
local k, a = 3, 6
for _ = 1, tonumber(ARGV[5]) do
  local isFirst = redis.call('SET', KEYS[k], '1', 'NX', 'EX', ARGV[3])
  local at, items = ARGV[a], tonumber(ARGV[a + 1])
  k, a = k + 1, a + 2
  local entry = {}
  for _ = 1, items do
    if ARGV[a] == 'f' then
      if isFirst then
        local epoch, n, isNew = stand(KEYS[k], 1)
        redis.call('PEXPIRE', KEYS[k], ARGV[4])
        if isNew then redis.call('DEL', KEYS[k + 1]) end
        local text = ARGV[a + 2] .. epoch .. '","seq":' .. n .. ARGV[a + 3]
        redis.call('XADD', KEYS[k + 1], 'MAXLEN', '~', ARGV[a + 5], n .. '-0', 't', at, 'k', ARGV[a + 4], 'e', epoch, 'f', text)
        redis.call('PEXPIRE', KEYS[k + 1], ARGV[a + 6])
        entry[#entry + 1] = 'f'
        entry[#entry + 1] = ARGV[a + 1] .. '\\n' .. epoch .. '\\n' .. n .. '\\n' .. ARGV[a + 4] .. '\\n' .. text
      end
      k, a = k + 2, a + 7
    else
      local count = tonumber(ARGV[a + 2])
      if isFirst then
        local text = ARGV[a + 1]
        for i = 1, count do
          local epoch, n = stand(KEYS[k + i - 1], 0)
          redis.call('PEXPIRE', KEYS[k + i - 1], ARGV[4])
          text = text .. '\\n' .. ARGV[a + 2 + i] .. '\\n' .. epoch .. '\\n' .. n
        end
        entry[#entry + 1] = 'c'
        entry[#entry + 1] = text
      end
      k, a = k + count, a + 3 + count
    end
  end
  if isFirst then
    local epoch, n = stand(KEYS[2], 1)
    redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], '*', 'e', epoch, 'n', n, 't', at, unpack(entry))
  end
end
return 1`);

/** KEYS counters. ARGV fresh epoch, life of a counter (ms). Answers epoch and number of each. */
export const LOCATE = redisScript(`${STAND}
local answer = {}
for i = 1, #KEYS do
  local epoch, n = stand(KEYS[i], 0)
  redis.call('PEXPIRE', KEYS[i], ARGV[2])
  answer[#answer + 1] = epoch
  answer[#answer + 1] = n
end
return answer`);

/** KEYS bus, its counter. ARGV fresh epoch. Answers epoch, number and the id of the last entry. */
export const TAIL = redisScript(`${STAND}
local epoch, n = stand(KEYS[2], 0)
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
return {epoch, n, last[1] and last[1][1] or '0-0'}`);
