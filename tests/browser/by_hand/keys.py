"""Presses keys on an X display as a keyboard does, by names read from standard input, one a line; answers each with one."""
import ctypes
import sys

KEYS = {"Tab": 0xFF09, "Enter": 0xFF0D, "Space": 0x20, "Down": 0xFF54}

x11 = ctypes.CDLL("libX11.so.6")
xtest = ctypes.CDLL("libXtst.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.restype = ctypes.c_ulong
display = ctypes.c_void_p(x11.XOpenDisplay(None))
if not display:
    sys.exit("there is no X display")

root = x11.XDefaultRootWindow(display)


def windows_on_screen():
    """Each window of the screen with its size; the browser's is the largest."""
    unused, children, count = ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    x11.XQueryTree(display, root, ctypes.byref(unused), ctypes.byref(unused), ctypes.byref(children), ctypes.byref(count))
    for window in children[: count.value]:
        x, y, width, height, edge, depth = ctypes.c_int(), ctypes.c_int(), *(ctypes.c_uint() for _ in range(4))
        places = [ctypes.byref(one) for one in (unused, x, y, width, height, edge, depth)]
        x11.XGetGeometry(display, ctypes.c_ulong(window), *places)
        yield width.value * height.value, window


# Nobody else does without a window manager.
REVERT_TO_ROOT = 1
x11.XSetInputFocus(display, ctypes.c_ulong(max(windows_on_screen())[1]), REVERT_TO_ROOT, ctypes.c_ulong(0))

for line in sys.stdin:
    code = x11.XKeysymToKeycode(display, ctypes.c_ulong(KEYS[line.strip()]))
    for down in (1, 0):
        xtest.XTestFakeKeyEvent(display, code, down, ctypes.c_ulong(0))
    x11.XSync(display, 0)
    print("pressed", flush=True)
