-- New texts wait in a list until there are enough to sort in at once. With 4 MB instead of a half an import writes them
-- in less than half the time (50 µs instead of 119 a customer); searching reads the list on top, which costs milliseconds
-- while it is full.
alter index customer_key_text set (gin_pending_list_limit = 4096);
