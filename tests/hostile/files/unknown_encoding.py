# -*- coding: no-such-encoding -*-
# expect: SyntaxError
x = 1
