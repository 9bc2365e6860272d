"""The frame of the window: head, menus and what they do, messages, help, print, and what is left after a bug."""
