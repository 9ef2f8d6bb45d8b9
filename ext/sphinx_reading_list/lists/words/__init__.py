"""What words of a list say: people, venues, dates, labels of links, markers."""
