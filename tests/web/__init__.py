"""Tests of what comes over the network, against a server on this machine."""
