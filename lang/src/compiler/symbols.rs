//! Identifiers as the compiler knows them: every name of the tree, plus those that mangling and the
//! compiler itself make up. Equal text, equal [`Sym`].
#![forbid(unsafe_code)]

use rustc_hash::FxHashMap;

use crate::syntax::ast::{Ast, NameId};

/// One identifier. The first `Ast::name_count()` numbers are the names of the tree.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Sym(u32);

/// The table of identifiers.
pub struct Symbols<'a> {
    ast: &'a Ast,
    made_up: Vec<Box<str>>,
    ids: FxHashMap<Box<str>, Sym>,
}

impl<'a> Symbols<'a> {
    /// The names of the tree.
    pub fn new(ast: &'a Ast) -> Symbols<'a> {
        Symbols {
            ast,
            made_up: Vec::new(),
            ids: FxHashMap::default(),
        }
    }

    /// The identifier of a name as the source spells it.
    pub fn plain(&self, name: NameId) -> Sym {
        Sym(name.index() as u32)
    }

    /// The identifier with this text.
    pub fn intern(&mut self, text: &str) -> Sym {
        if let Some(name) = self.ast.find_name(text) {
            return self.plain(name);
        }
        if let Some(&sym) = self.ids.get(text) {
            return sym;
        }
        let sym = Sym((self.ast.name_count() + self.made_up.len()) as u32);
        self.made_up.push(text.into());
        self.ids.insert(text.into(), sym);
        sym
    }

    /// The identifier with this text, if it is in use.
    pub fn find(&self, text: &str) -> Option<Sym> {
        self.ast
            .find_name(text)
            .map(|name| self.plain(name))
            .or_else(|| self.ids.get(text).copied())
    }

    /// The text of an identifier.
    pub fn text(&self, sym: Sym) -> &str {
        let index = sym.0 as usize;
        match index.checked_sub(self.ast.name_count()) {
            Some(made_up) => &self.made_up[made_up],
            None => self.ast.name_at(index),
        }
    }

    /// The mangled form of a part of a dotted name.
    pub fn mangle_text(&mut self, class: Option<NameId>, sym: Sym) -> Sym {
        match mangled(class.map(|class| self.ast.name(class)), self.text(sym)) {
            Some(text) => self.intern(&text),
            None => sym,
        }
    }

    /// A name within a class: `__x` becomes `_Class__x`, unless it ends in `__` or has a dot, or the
    /// class's name is all underscores.
    pub fn mangle(&mut self, class: Option<NameId>, name: NameId) -> Sym {
        let class = class.map(|class| self.ast.name(class));
        match mangled(class, self.ast.name(name)) {
            Some(text) => self.intern(&text),
            None => self.plain(name),
        }
    }
}

fn mangled(class: Option<&str>, text: &str) -> Option<String> {
    if !text.starts_with("__") || text.ends_with("__") || text.contains('.') {
        return None;
    }
    let class = class?.trim_start_matches('_');
    (!class.is_empty()).then(|| format!("_{class}{text}"))
}
