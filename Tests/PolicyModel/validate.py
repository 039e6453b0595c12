"""Holds models against the schema of DMN 1.5.

    validate.py DMN15.xsd MODEL…
"""

import sys

from lxml import etree


def main():
    schema = etree.XMLSchema(etree.parse(sys.argv[1]))
    for path in sys.argv[2:]:
        schema.assertValid(etree.parse(path))
    print(f"{len(sys.argv) - 2} models valid")


main()
