# Escape sequences in text and bytes.
print(ascii('\u00e9\U0001F600\N{GREEK SMALL LETTER ALPHA}\N{LATIN SMALL LETTER E WITH ACUTE}'))
print('\N{BULLET}' == '\u2022', '\N{bullet}' == '\u2022')
print('\x41\u0042\103')
print(ascii('\ud800'), len('\ud800\udc00'), '\ud800' == '\ud800')
print(len('\U0001F600'), len('\u00e9'))
print(repr('\''), repr("\""), repr('\'"'), repr("it's"))
print(repr('\\'), repr('\n\r\t'), repr('\x00\x1f\x7f\x80\xa0\xad'))
print(repr('\u2028\ufeff\u200b\ue000'))
print(repr(b'\'"\\\n\x00\x7f\xff'))
print(repr(b"it's"), repr(b'"'), repr(b'\'"'))
print(r'\u0041', rb'\u0041' == b'\\u0041')
s = 'a\
b'
print(s)
print('tab\there', 'bell\x07'.encode())
print('\377' == chr(0o377), ord('\377'))
