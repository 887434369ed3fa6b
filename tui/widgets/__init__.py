"""The panels of the main screen: each shows frozen values and sends messages, and reads nothing."""
