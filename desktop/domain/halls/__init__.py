"""大厅、窗口、工作人员: who may do what, and what a hall may do for an item."""
