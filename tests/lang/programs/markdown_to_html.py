# A converter from a small markdown to HTML with blocks found by generators and inline marks by a scanner.
import operator


def escape(text): return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;')


class Inline:
    marks = {'**': 'strong', '*': 'em', '_': 'em', '~~': 'del', '`': 'code'}

    def __init__(self, text, links): self.text, self.i, self.links = text, 0, links

    def render(self, until=None):
        out = []
        while self.i < len(self.text):
            rest = self.text[self.i:]
            if until and rest.startswith(until):
                return ''.join(out), True
            if rest[0] == '\\' and len(rest) > 1 and not rest[1].isalnum():
                out.append(escape(rest[1]))
                self.i += 2
            elif rest[0] == '`':
                end = self.text.find('`', self.i + 1)
                if end < 0:
                    out.append('`')
                    self.i += 1
                else:
                    out.append(f'<code>{escape(self.text[self.i + 1:end])}</code>')
                    self.i = end + 1
            elif rest[0] == '[' and (link := self.link()):
                out.append(link)
            elif (mark := next((m for m in self.marks if rest.startswith(m)), None)) and not rest[len(mark):len(mark) + 1].isspace():
                start = self.i
                self.i += len(mark)
                inner, closed = self.render(mark)
                if closed and inner:
                    tag = self.marks[mark]
                    out.append(f'<{tag}>{inner}</{tag}>')
                    self.i += len(mark)
                else:
                    out.append(mark)
                    self.i = start + len(mark)
            elif rest.startswith('  \n'):
                out.append('<br>\n')
                self.i += 3
            else:
                out.append(escape(rest[0]))
                self.i += 1
        return ''.join(out), False

    def link(self):
        close = self.text.find(']', self.i)
        if close < 0:
            return None
        label, after = self.text[self.i + 1:close], self.text[close + 1:close + 2]
        if after == '(' and (end := self.text.find(')', close)) > 0:
            target = self.text[close + 2:end]
        elif label.lower() in self.links:
            target, end = self.links[label.lower()], close
        else:
            return None
        self.i = end + 1
        return f'<a href="{escape(target)}">{Inline(label, self.links).render()[0]}</a>'


HANDLERS = []


class Blocks:
    def handler(test):
        def register(fn):
            HANDLERS.append((test, fn))
            return fn
        return register

    def __init__(self, text):
        self.links = {}
        lines = []
        for line in text.expandtabs(4).split('\n'):
            if line.startswith('[') and ']: ' in line:
                name, _, target = line[1:].partition(']: ')
                self.links[name.lower()] = target.strip()
            else:
                lines.append(line.rstrip('\n'))
        self.lines, self.i = lines, 0

    def inline(self, text): return Inline(text.strip(), self.links).render()[0]

    def take(self, test):
        start = self.i
        while self.i < len(self.lines) and test(self.lines[self.i]):
            self.i += 1
        return self.lines[start:self.i]

    def sub(self, lines):
        inner = Blocks('\n'.join(lines))
        inner.links = self.links
        return '\n'.join(inner.render())

    def render(self):
        while self.i < len(self.lines):
            for test, fn in HANDLERS:
                if test(self.lines[self.i]):
                    if (html := fn(self)) is not None:
                        yield html
                    break

    @handler(lambda line: not line.strip())
    def blank(self): self.i += 1

    @handler(lambda line: line.startswith('```'))
    def fence(self):
        lang = self.lines[self.i][3:].strip()
        self.i += 1
        body = self.take(lambda line: not line.startswith('```'))
        self.i += 1
        return f'<pre><code{f" class={lang}" if lang else ""}>' + escape('\n'.join(body)) + '</code></pre>'

    @handler(lambda line: line.startswith('#') and line.lstrip('#')[:1] == ' ' and len(line) - len(line.lstrip('#')) <= 6)
    def heading(self):
        line = self.lines[self.i]
        self.i += 1
        level = len(line) - len(line.lstrip('#'))
        return f'<h{level}>{self.inline(line[level:].rstrip("# "))}</h{level}>'

    @handler(lambda line: len(line.strip()) >= 3 and set(line.strip()) <= {'-'} or set(line.strip()) == {'*'} and len(line.strip()) >= 3)
    def rule(self):
        self.i += 1
        return '<hr>'

    @handler(lambda line: line.startswith('>'))
    def quote(self):
        body = self.take(lambda line: line.startswith('>'))
        return '<blockquote>\n' + self.sub([line[1:].removeprefix(' ') for line in body]) + '\n</blockquote>'

    @staticmethod
    def bullet(line):
        head, _, rest = line.partition(' ')
        if rest and head in ('-', '+', '*'):
            return 'ul', 2, rest
        if rest and head[-1:] == '.' and head[:-1].isdigit():
            return 'ol', len(head) + 1, rest

    @handler(lambda line: Blocks.bullet(line))
    def list(self):
        kind = Blocks.bullet(self.lines[self.i])[0]
        items = []
        while self.i < len(self.lines) and (found := Blocks.bullet(self.lines[self.i])) and found[0] == kind:
            _, indent, first = found
            self.i += 1
            rest = self.take(lambda line: line.startswith(' ' * indent) or line.strip() and not Blocks.bullet(line) and not line.startswith('#'))
            nested = [line[indent:] if line.startswith(' ' * indent) else line for line in rest]
            items.append(f'<li>{self.sub([first, *nested])[3:-4] if not any(map(Blocks.bullet, nested)) else self.inline(first) + chr(10) + self.sub(nested)}</li>')
        return f'<{kind}>\n' + '\n'.join(items) + f'\n</{kind}>'

    @handler(lambda line: line.startswith('|'))
    def table(self):
        rows = [[c.strip() for c in line.strip('| ').split('|')] for line in self.take(lambda line: line.startswith('|'))]
        head, (sep, *body) = rows[0], rows[1:] or [[]]
        align = ['right' if c.endswith(':') and not c.startswith(':') else 'center' if c.startswith(':') and c.endswith(':') else None for c in sep]
        def row(cells, tag): return '<tr>' + ''.join(f'<{tag}{f" align={a}" if a else ""}>{self.inline(c)}</{tag}>' for c, a in zip(cells, align)) + '</tr>'
        return '\n'.join(['<table>', row(head, 'th'), *(row(r, 'td') for r in body), '</table>'])

    @handler(lambda line: True)
    def paragraph(self):
        lines = [self.lines[self.i]]
        self.i += 1
        lines += self.take(lambda line: line.strip() and not any(test(line) for test, _ in HANDLERS[1:-1]))
        return f'<p>{self.inline(chr(10).join(lines))}</p>'

    del handler


document = '''# Title with *emphasis* #

A paragraph with **bold _nested_ text**, `code <b> & c`, a [link](http://x.y/?a=1&b=2)
and a [reference], an \\*escaped\\* star, 2 * 3 * 4, ~~gone~~ and "quotes".
Hard  
break.

[reference]: http://example.org

## Lists

- one
- two **strong**
  - nested a
  - nested b
- three
1. first
2. second

> quoted *text*
> > deeper
>
> # heading inside

```python
if a < b:
    print("**not bold**")
```

---

| Name | Qty | Note |
|------|----:|:----:|
| fig  | 3   | *x*  |
| <y>  | 40  | `z`  |
Unclosed **bold and `code and [link
'''
html = '\n'.join(Blocks(document).render())
print(html)
for text in ('', '#no space', '####### seven', '**', '* *', '****', '[x](y', '[x]', 'a\\', '*a **b* c**', '- ', '1.x', '```\nunclosed', '>', '|a|\n|-|'):
    print(repr(text), '->', repr('\n'.join(Blocks(text).render())))
print(len(html), html.count('<'), operator.eq(html.count('<li>'), html.count('</li>')))
