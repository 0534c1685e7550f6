# Formats: sizes, alignment and what is no format.
import struct

S = struct


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e)


for fmt in ['','b','B','h','H','i','I','l','L','q','Q','n','N','P','f','d','e','?','c','s','p','x','10s','10p','bh','bhi','biq','hb0i','b0q','3b2h','  b  h ','bd','bq','bP','@bi','=bi','<bi','>bi','!bi','=q','<l','<L','>n','<P','z','b3','3','<','2','-1b','b-','@0s','0x','99999999999999999999b','9223372036854775807b','9223372036854775807h','4611686018427387904h','bbbb9223372036854775804b','é','\0b','b\0',' ']:
    t(lambda: (fmt, S.calcsize(fmt)))
