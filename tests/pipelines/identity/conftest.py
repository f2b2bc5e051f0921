"""A registry of invented organisations, in memory."""

import pytest

from pipelines.identity import Body, acronym_key, name_key


class MemoryRegistry:
    """Answers as `pipelines.identity.Registry` promises, out of dictionaries."""

    def __init__(self):
        self.names, self.acronyms, self.numbers = {}, {}, {}

    def add(self, identifier, names, country, city=None, acronyms=(), number=None):
        body = Body(
            identifier if "/" in identifier else f"https://ror.org/{identifier}", names[0], country, city
        )
        for name in names:
            self.names.setdefault(name_key(name), set()).add(body)
        for acronym in acronyms:
            self.acronyms.setdefault(acronym_key(acronym), set()).add(body)
        if number:
            self.numbers[number] = body
        return body

    def named(self, key):
        return sorted(self.names.get(key, ()), key=lambda body: body.id)

    def abbreviated(self, acronym):
        return sorted(self.acronyms.get(acronym, ()), key=lambda body: body.id)

    def numbered(self, number):
        return self.numbers.get(number)


@pytest.fixture
def registry():
    """Borea and Alba are places that no country list knows; the countries are real ones."""
    found = MemoryRegistry()
    found.add("0aaaaaa01", ["Borea Trust", "Fundación Borea"], "ES", "Toledo", ["BT"], "501100099901")
    found.add("0aaaaaa02", ["Ministry of Tides"], "NO", "Bergen", ["MoT"])
    found.add("0aaaaaa03", ["Ministry of Tides"], "SG", "Singapore")
    found.add("0aaaaaa04", ["Department of Health"], "IE", "Dublin")
    found.add("0aaaaaa05", ["Alba Research Council"], "PT", "Porto", ["ARCA"])
    found.add("0aaaaaa06", ["Alba Research Council"], "PT", "Braga", ["ALRC"])
    found.add("0aaaaaa07", ["MERIDIA"], "FR", "Lyon")
    found.add("0aaaaaa08", ["National Office for Marine Studies"], "HU", "Pécs", ["NOMS"])
    found.add("0aaaaaa09", ["University of Westland, Norburg", "UW Norburg"], "US", "Norburg", ["UWN"])
    found.add("0aaaaab01", ["University of Westland System", "University of Westland"], "US", "Ostburg")
    found.add("0aaaaab02", ["Institute of Physics"], "CZ", "Brno")
    found.add("0aaaaab03", ["Sankt Olaf University"], "SE", "Lund")
    found.add("0aaaaab04", ["Sankt Olaf University"], "SE", "Umeå")
    found.add("10.13039/100099902", ["Society for Sundials"], "GB")
    return found
