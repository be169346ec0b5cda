"""The parts of the trained tagger: words and windows, the network, its chances, and the spans they decode to."""
