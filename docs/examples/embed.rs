//! The shortest useful host; the README shows it.

use taipan::api::{Exception, Interpreter};

pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let interpreter = Interpreter::builder().build()?;
    let greeting = interpreter.attach(|py| {
        let greet = || -> Result<String, Exception> {
            py.register("shout", |text: String| text.to_uppercase())?;
            py.run("def greet(name): return 'hello ' + shout(name)", "greet.py")?;
            py.global("greet")?.call(py, ("world",))?.extract(py)
        };
        greet().map_err(|exception| exception.report(py))
    })?;
    assert_eq!(greeting, "hello WORLD");
    Ok(())
}
