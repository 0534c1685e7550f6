//! A program that embeds Taipan: it lends its price list to a script, calls the script's functions, and reads an exception.

use std::collections::HashMap;
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};
use taipan::api::{Exception, Interpreter, Py};

/// The script; `price` and `note` are functions of the host.
const SHOP: &str = r#"def price_of(item):
    cents = price(item)
    if cents is None:
        raise LookupError(f"no price for {item!r}")
    return cents

def total(items):
    note("total", len(items))
    return sum([price_of(item) for item in items])

def cheapest(items):
    return min(items, key=price_of)
"#;

/// Objects belong to their interpreter, and an [`Exception`] holds one: what leaves `attach` here is plain text.
pub fn run() -> Result<String, Box<dyn Error>> {
    let interpreter = Interpreter::builder().args(["shop"]).build()?;
    interpreter.attach(|py| session(py).map_err(|exception| exception.report(py).into()))
}

fn session(py: Py<'_>) -> Result<String, Exception> {
    let prices = HashMap::from([("apple", 120), ("pear", 80), ("melon", 450)]);
    py.register("price", move |item: String| -> Option<i64> {
        prices.get(item.as_str()).copied()
    })?;

    let notes = Arc::new(Mutex::new(Vec::new()));
    let book = Arc::clone(&notes);
    py.register("note", move |what: String, count: u32| {
        let mut book = book.lock().unwrap_or_else(PoisonError::into_inner);
        book.push(format!("{what} of {count} items"));
    })?;

    py.run(SHOP, "shop.py")?;
    let total = py.global("total")?;
    let cheapest = py.global("cheapest")?;

    let mut lines = Vec::new();
    let sum: i64 = total
        .call(py, (vec!["apple", "melon", "pear"],))?
        .extract(py)?;
    lines.push(format!("total: {sum}"));
    let name: String = cheapest.call(py, (vec!["apple", "pear"],))?.extract(py)?;
    lines.push(format!("cheapest: {name}"));

    if let Err(exception) = total.call(py, (vec!["apple", "plum"],)) {
        lines.push(format!("{}: {}", exception.kind, exception.message));
        for place in &exception.traceback {
            let (file, line, function) = (&place.filename, place.line, &place.function);
            lines.push(format!("  {file}:{line} in {function}"));
        }
    }

    let notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
    lines.extend(notes.iter().map(|note| format!("noted: {note}")));
    Ok(lines.join("\n"))
}

pub fn main() -> Result<(), Box<dyn Error>> {
    println!("{}", run()?);
    Ok(())
}
