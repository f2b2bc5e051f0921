"""The tables: data dictionary, commit, publish, load. Knows neither Scrapy nor HTML."""
