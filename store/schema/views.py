"""What the application lists, in words, for whoever opens the file with another program.

>>> VIEWS.count("CREATE VIEW")
2
"""

from __future__ import annotations

VIEWS = """
-- What the application lists, in words, for whoever opens the file with another program.
CREATE VIEW timeline AS
SELECT
    claims.key, claims.edtf AS date, claims.basis AS date_means, claims.flag, claims.verdict,
    places.name AS place, claims.quote, actors.name AS origin, claims.chain,
    sources.name AS source, documents.title, documents.published, claims.tags, claims.note,
    coalesce(claims.letter, sources.reliability, 'F') || coalesce(claims.digit, '6') AS grade
FROM claim_terms AS listed
JOIN claims ON claims.id = listed.claim_id
JOIN documents ON documents.id = claims.document_id
JOIN sources ON sources.id = claims.source_id
LEFT JOIN actors ON actors.id = claims.origin_id
LEFT JOIN places ON places.id = claims.place_id
WHERE listed.field = 0 AND listed.value = 0 AND listed.lane = 0
ORDER BY listed.newest, listed.claim_id;

-- Attribution chains, one hop a line, outermost first.
CREATE VIEW chains AS
SELECT claims.key, claim_hops.position, actors.name AS actor, claim_hops.kind,
    claim_hops.anonymous, claim_hops.by_hand
FROM claim_hops
JOIN claims ON claims.id = claim_hops.claim_id
JOIN actors ON actors.id = claim_hops.actor_id
WHERE claim_hops.in_force = 1
ORDER BY claim_hops.claim_id, claim_hops.position;
"""
