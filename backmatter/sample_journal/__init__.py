"""A small invented journal with a site of its own: what the demo crawls and the tests compare with.

The pages follow the markup of publishers' pages, past and present; their text is ours. `load_journal`
gives the data behind them, `serve` the site.
"""

from backmatter.sample_journal.journal import SampleJournal, load_journal
from backmatter.sample_journal.server import Fault, SampleServer, serve

__all__ = ["Fault", "SampleJournal", "SampleServer", "load_journal", "serve"]
