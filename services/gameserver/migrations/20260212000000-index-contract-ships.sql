-- A pod that is left goes: jobs it carried are found by their ship.
CREATE INDEX contracts_ship ON contracts (ship_id) WHERE ship_id IS NOT NULL;
