# Messages about wrong format strings: those of Formatter, and those of str.format.
import string
def t(s,*a):
    for g in (string.Formatter().format, str.format):
        try: print(repr(s),repr(g(s,*a)))
        except Exception as e: print(repr(s),type(e).__name__, e)
for s in ["{","}","{0","{0!","{0!r","{0!rx","{0!}","{0:","{0:{","{0[","{0[}","a{","a}b","{{{","{}{0}","{0}{}","{!","{!r","{0!x}","{0:{1","{:{}}","{:{0}}"]: t(s,1,5)
