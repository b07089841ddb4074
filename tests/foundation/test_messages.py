"""Every string of the templates reaches the catalogue, however the HTML is indented."""

import io

from babel.messages.extract import extract

from portal.foundation.management.commands.messages import KEYWORDS, as_python

UNEVEN = """<div>
      {% translate "Deep" %}
   {% translate "Less deep" %}
  {% blocktranslate trimmed count counter=number %}
        One rule
     {% plural %}
        {{ counter }} rules
  {% endblocktranslate %}
"""


def test_uneven_indentation_of_a_template_loses_no_string():
    source = as_python(UNEVEN, origin="uneven.html").encode()
    found = [message for _, message, _, _ in extract("python", io.BytesIO(source), KEYWORDS)]
    assert found == ["Deep", "Less deep", ("One rule", "%(counter)s rules")]
