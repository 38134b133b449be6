"""交一表: the application form as data (行政许可法 29: it may hold nothing not directly related).

`form` says what a form asks, `known` what need not be asked, `layout` which of it applies to an
applicant and to a theme, `reading` what a value must look like, `filling` what is still open,
`facts` what stands on the paper.
"""
