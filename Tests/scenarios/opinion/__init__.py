"""A second opinion on the Wenzhou rules: the readings of the source worked out again, in another
language, without a look at the engine. It knows certificates, employment, insurance, relocations
and awards, which are where months and stacking make answers hard to see."""
