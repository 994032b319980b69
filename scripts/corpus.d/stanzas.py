"""The statements of a package as stanzas for `avow check', one of each kind.

Units of a package hold the same statements over and over (headers). Stanzas that agree in all but their place are one: the
first place is kept, and a line `count N' tells how many there were.
"""

import os
import re

import package

PLACE = re.compile(r'^at "((?:[^"\\]|\\.)*)" (\d+)(.*)\n', re.M)


class Stanzas:
    def __init__(self):
        self.found = {}     # text without the place -> [count, place]

    def add(self, path, relative):
        """Those of one unit; RELATIVE makes a file name relative to the source tree."""
        if not os.path.exists(path):
            return
        with open(path, encoding="ascii", errors="replace") as f:
            text = f.read()
        for stanza in text.split("\nend\n")[:-1]:
            place = PLACE.search(stanza)
            if not place:
                continue
            key = stanza[:place.start()] + stanza[place.end():]
            known = self.found.get(key)
            if known:
                known[0] += 1
            else:
                self.found[key] = [1, 'at "%s" %s%s\n' % (relative(place.group(1)), place.group(2), place.group(3))]

    def write(self, path):
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with package.written_aside(path) as f:
            for key, (count, place) in self.found.items():
                head, _, rest = key.partition("\n")
                f.write("%s\n%scount %d\n%s\nend\n" % (head, place, count, rest))
