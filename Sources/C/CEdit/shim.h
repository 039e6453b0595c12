// libedit through its own interface in the style of readline.
#include <stdio.h>
#include <editline/readline.h>
