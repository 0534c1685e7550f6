//! Decides where each name lives: local, cell, free or global, following the language's rules for
//! nested functions, class bodies, `global` and `nonlocal`, and comprehensions that are inlined.
//!
//! What a scope needs from outside is *captured* when a real function below needs a cell, and merely
//! *used* when only an inlined comprehension reads it: its code runs in the same frame, so the
//! variable may stay a plain register.
#![forbid(unsafe_code)]

use rustc_hash::{FxHashMap, FxHashSet};

use super::scopes::{Comprehension, Place, ScopeId, ScopeKind, Scopes, Symbol, uses};
use super::symbols::{Sym, Symbols};
use crate::syntax::SyntaxError;
use crate::syntax::ast::Span;

type Names = FxHashSet<Sym>;

/// Free names of a scope, each with whether it is captured.
type FreeNames = FxHashMap<Sym, bool>;

struct Analysis<'s, 'a> {
    scopes: &'s mut Scopes,
    symbols: &'s Symbols<'a>,
    class_name: Option<Sym>,
    class_dict: Option<Sym>,
}

/// What the scopes around a scope provide.
#[derive(Clone, Default)]
struct Outer {
    bound: Option<Names>,
    global: Names,
    type_params: Names,
    class: Option<ScopeId>,
}

/// Resolves all names below `root`.
pub fn resolve(
    scopes: &mut Scopes,
    symbols: &Symbols<'_>,
    root: ScopeId,
) -> Result<(), SyntaxError> {
    let mut analysis = Analysis {
        class_name: symbols.find("__class__"),
        class_dict: symbols.find("__classdict__"),
        scopes,
        symbols,
    };
    analysis.scope(root, Outer::default()).map(|_| ())
}

impl Analysis<'_, '_> {
    /// Resolves a scope and those below it; gives what it needs from outside.
    fn scope(&mut self, id: ScopeId, mut outer: Outer) -> Result<FreeNames, SyntaxError> {
        let kind = self.scopes[id].kind;
        let mut free = FreeNames::default();
        let mut inner = Outer {
            bound: Some(Names::default()),
            ..Outer::default()
        };
        if kind == ScopeKind::Class {
            inner.global.extend(&outer.global);
            inner.bound = Some(outer.bound.clone().unwrap_or_default());
        }
        let mut local = Names::default();
        for sym in self.scopes[id].order.clone() {
            let place = self.place(id, sym, &mut outer, &mut local)?;
            if place == Place::Free {
                free.insert(sym, !self.scopes[id].inlined);
            }
            if let Some(symbol) = self.scopes[id].symbols.get_mut(&sym) {
                symbol.place = place;
            }
        }
        let inner_bound = inner.bound.get_or_insert_default();
        if kind == ScopeKind::Class {
            inner_bound.extend(self.class_name);
            inner_bound.extend(self.class_dict);
        } else {
            if kind.is_function_like() {
                inner_bound.extend(&local);
            }
            inner_bound.extend(outer.bound.iter().flatten());
            inner.global.extend(&outer.global);
        }
        inner.type_params = outer.type_params.clone();
        let below = self.children(id, &inner, outer.class)?;
        self.settle(id, below, &mut free, outer.bound.as_ref());
        Ok(free)
    }

    fn children(
        &mut self,
        id: ScopeId,
        inner: &Outer,
        class: Option<ScopeId>,
    ) -> Result<FreeNames, SyntaxError> {
        let kind = self.scopes[id].kind;
        let mut below = FreeNames::default();
        for child in self.scopes[id].children.clone() {
            let mut outer = inner.clone();
            outer.class = match self.scopes[child].sees_class {
                true if kind == ScopeKind::Class => Some(id),
                true => class,
                false => None,
            };
            let inlined = matches!(self.scopes[child].kind, ScopeKind::Comprehension(kind) if kind != Comprehension::Generator)
                && !self.scopes[id].sees_class;
            self.scopes[child].inlined = inlined;
            let mut needs = self.scope(child, outer)?;
            if inlined && kind == ScopeKind::Class {
                self.hide_class_cell(child, &mut needs);
            }
            for (sym, captured) in needs {
                *below.entry(sym).or_insert(false) |= captured;
            }
        }
        Ok(below)
    }

    /// A comprehension in a class body does not see the `__class__` cell itself.
    fn hide_class_cell(&mut self, comprehension: ScopeId, needs: &mut FreeNames) {
        let Some(sym) = self.class_name else { return };
        if needs.get(&sym) == Some(&false) {
            needs.remove(&sym);
            if let Some(symbol) = self.scopes[comprehension].symbols.get_mut(&sym) {
                symbol.place = Place::GlobalImplicit;
            }
        }
    }

    /// Provides what the scopes below need, as far as this scope can, and passes the rest on.
    fn settle(
        &mut self,
        id: ScopeId,
        below: FreeNames,
        free: &mut FreeNames,
        bound: Option<&Names>,
    ) {
        let kind = self.scopes[id].kind;
        let inlined = self.scopes[id].inlined;
        let mut below: Vec<_> = below.into_iter().collect();
        below.sort_unstable();
        for (sym, captured) in below {
            if kind == ScopeKind::Class {
                if Some(sym) == self.class_name {
                    self.scopes[id].needs_class_cell = true;
                    continue;
                }
                if Some(sym) == self.class_dict {
                    self.scopes[id].needs_class_dict = true;
                    continue;
                }
            }
            let scope = &mut self.scopes[id];
            match scope.symbols.get_mut(&sym) {
                Some(symbol)
                    if kind.is_function_like()
                        && matches!(symbol.place, Place::Local | Place::Cell) =>
                {
                    if captured {
                        symbol.place = Place::Cell;
                    }
                    continue;
                }
                Some(symbol) if symbol.place == Place::Free => {}
                Some(symbol) if kind == ScopeKind::Class || scope.sees_class => {
                    symbol.uses |= uses::FREE_CLASS;
                }
                Some(_) => {}
                None if bound.is_some_and(|bound| bound.contains(&sym)) => {
                    scope.order.push(sym);
                    let symbol = Symbol {
                        uses: 0,
                        place: Place::Free,
                    };
                    scope.symbols.insert(sym, symbol);
                }
                None => {}
            }
            *free.entry(sym).or_insert(false) |= captured || !inlined;
        }
    }

    fn place(
        &mut self,
        id: ScopeId,
        sym: Sym,
        outer: &mut Outer,
        local: &mut Names,
    ) -> Result<Place, SyntaxError> {
        let flags = self.scopes[id].uses(sym);
        if flags & uses::GLOBAL != 0 {
            if flags & uses::NONLOCAL != 0 {
                return Err(self.at_directive(id, sym, |name| {
                    format!("name '{name}' is nonlocal and global")
                }));
            }
            outer.global.insert(sym);
            if let Some(bound) = &mut outer.bound {
                bound.remove(&sym);
            }
            return Ok(Place::GlobalExplicit);
        }
        if flags & uses::NONLOCAL != 0 {
            self.check_nonlocal(id, sym, outer)?;
            return Ok(Place::Free);
        }
        if flags & uses::BOUND != 0 {
            local.insert(sym);
            outer.global.remove(&sym);
            if flags & uses::TYPE_PARAM != 0 {
                outer.type_params.insert(sym);
            } else {
                outer.type_params.remove(&sym);
            }
            return Ok(Place::Local);
        }
        if let Some(class) = outer.class {
            let in_class = self.scopes[class].uses(sym);
            if in_class & uses::GLOBAL != 0 {
                return Ok(Place::GlobalExplicit);
            }
            if in_class & uses::BOUND != 0 && in_class & uses::NONLOCAL == 0 {
                return Ok(Place::GlobalImplicit);
            }
        }
        let bound_outside = outer
            .bound
            .as_ref()
            .is_some_and(|bound| bound.contains(&sym));
        Ok(match bound_outside {
            true => Place::Free,
            false => Place::GlobalImplicit,
        })
    }

    fn check_nonlocal(&self, id: ScopeId, sym: Sym, outer: &Outer) -> Result<(), SyntaxError> {
        if self.scopes[id].kind == ScopeKind::Module {
            return Err(self.at_directive(id, sym, |_| {
                "nonlocal declaration not allowed at module level".to_owned()
            }));
        }
        if !outer
            .bound
            .as_ref()
            .is_some_and(|bound| bound.contains(&sym))
        {
            return Err(self.at_directive(id, sym, |name| {
                format!("no binding for nonlocal '{name}' found")
            }));
        }
        if outer.type_params.contains(&sym) {
            return Err(self.at_directive(id, sym, |name| {
                format!("nonlocal binding not allowed for type parameter '{name}'")
            }));
        }
        Ok(())
    }

    #[cold]
    fn at_directive(
        &self,
        id: ScopeId,
        sym: Sym,
        message: impl FnOnce(&str) -> String,
    ) -> SyntaxError {
        let directives = &self.scopes[id].directives;
        let span = directives
            .iter()
            .find(|(name, _)| *name == sym)
            .map_or(Span::default(), |(_, span)| *span);
        SyntaxError::new(message(self.symbols.text(sym)), span)
    }
}
