# by hand
# An operation that nobody awaits does nothing, and says so when it dies.
import channel
import warnings

warnings.simplefilter("always")
ch = channel.Channel()
with warnings.catch_warnings(record=True) as caught:
    ch.asend("lost?")
    ch.arecv()
    channel.aselect([ch])
    op = ch.arecv()
    op.close()
    del op
for warning in caught:
    print(warning.category.__name__, warning.message)
print(len(ch))
