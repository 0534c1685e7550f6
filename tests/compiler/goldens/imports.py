import os, sys as system
import a.b.c
import a.b.c as d
from . import sibling
from .pkg import one, two as three
from everything import *
