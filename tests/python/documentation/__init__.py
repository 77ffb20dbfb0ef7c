"""Runs the code blocks of the documentation.

Every fenced block names its language. The blocks of a page run in their order, in one folder and one namespace:

    python   runs; a `text` block right behind it is what it prints
    console  each `$ command` runs, and what stands below it is what it prints; a command fails when that is an error
    bash     runs as a script
    cpp      is a part of a program in examples/cpp, which the C++ tests build and run
    json, toml, yaml   are valid; with a title they are used by a command
    pyi      is a signature
    text     is no code

`title="name"` makes a block a file that is there from the start. In output `...` stands for anything. Comments above a
block, which readers do not see, say the rest:

    <!-- not run: the reason -->      listed in test_documentation.py
    <!-- in on_bar -->                a python block that a strategy's on_bar(ctx, bar) would hold
    <!-- setup ... -->                Python that the blocks behind it need and readers do not
"""
