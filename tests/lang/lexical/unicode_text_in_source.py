# Strings, names and comments in many scripts; columns count characters.
größe, naïve, Ελλάδα, Москва, 日本, עברית = range(6)
print(größe, naïve, Ελλάδα, Москва, 日本, עברית)
print('Grüße', "日本語", '''emoji 😀🎉''', len('😀'), len('e\u0301'), 'ñ' == 'n\u0303')  # комментарий
print('\U0001F600' == '😀', ascii('Ünï'), 'ß'.upper(), 'ǅ'.lower(), 'Σ'.lower(), 'ﬁ'.upper())
d = {'ключ': 'значение', 'kéy': '値'}
print(d['ключ'], d, f'{d["kéy"]}', f'{größe=}')


class Café:
    crème = 'brûlée'
    def préparer(self, éclair='🍰'): return self.crème + éclair


print(Café().préparer(), Café.__name__, Café().préparer(éclair='!'), [n for n in vars(Café) if not n.startswith('_')])
for source in ('größe = = 1', '日本語 + (', "x = 'ünterminated", 'é€ = 1', 'print("ä" "ö" 5)', 'f(ä, ö=1, ü)', '日 本 = 1'):
    try:
        compile(source, 's', 'exec')
    except SyntaxError as e:
        print(source, '|', e.msg, e.offset, e.end_offset)
print('abc' < 'äbc', sorted('zäaö'), max('日本'), ord('日'), chr(26085), '日' in '日本', '日本語'[1:], '日本語'.find('語'), 'a日b'.encode(), b'\xe6\x97\xa5'.decode())
print('%s %r' % ('é', 'é'), '{:>5}|{:*^5}'.format('日', 'é'), 'ÀÉ'.casefold(), 'x\u00a0y'.split(), '１２'.isdigit(), int('１２'), '½'.isnumeric(), 'ª'.isalpha())
print(repr('\x80\xad\u200d\u2028\U000e0001'), repr('é\ud800'), ascii('\ud800'), '\ud800' == '\ud800', len('\ud83d\ude00'))
