import Glibc

exit(Tool.start())
