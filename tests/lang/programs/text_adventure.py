# A text adventure as a state machine with commands found by name.
class GameOver(Exception):
    pass


class Room:
    def __init__(self, name, description, items=(), **exits):
        self.name, self.description = name, description
        self.items, self.exits = list(items), exits
        self.locked = set()

    def describe(self):
        text = f'You are in the {self.name}. {self.description}'
        if self.items:
            text += f' You see: {", ".join(self.items)}.'
        return text + f' Exits: {", ".join(sorted(self.exits))}.'


class Command:
    registry = {}

    def __init_subclass__(cls, words=(), **kw):
        super().__init_subclass__(**kw)
        for word in words or [cls.__name__.lower()]:
            Command.registry[word] = cls

    def __init__(self, game, *args):
        self.game, self.args = game, args

    def __call__(self):
        try:
            return self.run(*self.args)
        except TypeError as e:
            if 'positional argument' not in str(e):
                raise
            return f'I do not understand. ({self.usage()})'

    def usage(self):
        code = self.run.__func__.__code__
        return ' '.join([type(self).__name__.lower(), *(f'<{n}>' for n in code.co_varnames[1:code.co_argcount])])


class Go(Command, words=['go', 'walk', 'n', 's', 'e', 'w']):
    def run(self, direction):
        room = self.game.room
        match direction:
            case 'n' | 's' | 'e' | 'w':
                direction = {'n': 'north', 's': 'south', 'e': 'east', 'w': 'west'}[direction]
        if direction not in room.exits:
            return f'You cannot go {direction}.'
        if direction in room.locked:
            return 'The door is locked.'
        self.game.room = self.game.rooms[room.exits[direction]]
        if self.game.room.name == 'garden':
            self.game.state = 'won'
            raise GameOver('You reach the garden. Freedom!')
        return self.game.room.describe()


class Look(Command):
    def run(self):
        return self.game.room.describe()


class Take(Command, words=('take', 'get', 'grab')):
    def run(self, *what):
        name = ' '.join(what)
        if not name:
            return 'Take what?'
        if name == 'all':
            return '; '.join(self.run(item) for item in self.game.room.items[:]) or 'Nothing here.'
        try:
            self.game.room.items.remove(name)
        except ValueError:
            return f'There is no {name} here.'
        self.game.inventory.append(name)
        return f'You take the {name}.'


class Drop(Command):
    def run(self, item):
        if item not in self.game.inventory:
            return f'You do not have a {item}.'
        self.game.inventory.remove(item)
        self.game.room.items.append(item)
        return f'You drop the {item}.'


class Unlock(Command):
    def run(self, direction):
        if 'key' not in self.game.inventory:
            return 'You have no key.'
        try:
            self.game.room.locked.remove(direction)
        except KeyError:
            return 'It is not locked.'
        return 'Click.'


class Inventory(Command, words=['inventory', 'i']):
    def run(self):
        return f'You carry: {", ".join(sorted(self.game.inventory)) or "nothing"}.'


class Quit(Command):
    def run(self):
        self.game.state = 'quit'
        raise GameOver('Bye.')


class Game:
    def __init__(self):
        self.rooms = {r.name: r for r in (
            Room('hall', 'It is dark.', ['lamp', 'old coin'], north='kitchen', east='cellar'),
            Room('kitchen', 'It smells of soup.', ['key'], south='hall', west='garden'),
            Room('cellar', 'It is cold.', west='hall'),
            Room('garden', 'The sun shines.', east='kitchen'),
        )}
        self.rooms['kitchen'].locked.add('west')
        self.room = self.rooms['hall']
        self.inventory = []
        self.state = 'playing'

    def play(self, lines):
        for n, line in enumerate(lines, 1):
            words = line.lower().split()
            if not words:
                continue
            verb, *args = words
            if verb in 'nsew':
                args = [verb]
            command = Command.registry.get(verb)
            print(f'> {line}')
            try:
                print(command(self, *args)() if command else f'What is {verb!r}?')
            except GameOver as over:
                print(over)
                return n
        return len(lines)


for script in (['look', 'take', 'take lamp', 'grab old coin', 'take sword', 'i', 'go', 'go up', 'n', 'go west', 'unlock west', 'take all', 'take all', 'unlock west', 'unlock west', 'drop lamp', 'drop lamp', 'look', '', 'dance', 'go north east', 'w', 'look'], ['e', 'drop', 'drop x y', 'quit', 'look']):
    game = Game()
    print('turns', game.play(script), game.state)
print(sorted(Command.registry), [c.__name__ for c in Command.__subclasses__()])
