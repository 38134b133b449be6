"""What travels: waybills, shipments, their stages and who may carry what.

Here live the rules of the two free courier legs (申请人→大厅, 大厅→申请人). Carriers' own
formats belong to `desktop.couriers`; nothing here reads a file or a network.
"""
