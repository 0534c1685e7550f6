//! Tests of the `%` templates.
#![forbid(unsafe_code)]

use super::*;
use crate::base::never;

/// Formats one int, float or text through the first conversion of a template.
enum Value {
    Int(i64),
    Float(f64),
    Text(&'static str),
}
use Value::*;

fn apply(template: &str, value: &Value) -> String {
    let mut out = Vec::new();
    for piece in Template::of_text(template.as_bytes(), false) {
        let conversion = match piece {
            Ok(Piece::Literal(text)) => {
                out.extend_from_slice(text);
                continue;
            }
            Ok(Piece::Conversion(conversion)) => conversion,
            Err(error) => return format!("! {error}"),
        };
        let layout = Layout::new(&conversion, None, None);
        let (limits, kind) = (Limits::default(), conversion.kind);
        let result = match value {
            Int(value) => push_int(
                &mut out,
                &(*value).into(),
                kind,
                &layout,
                limits,
                &mut never(),
            ),
            Float(value) => push_float(&mut out, *value, kind, &layout, limits, &mut never()),
            Text(value) => push_text(
                &mut out,
                value.as_bytes(),
                &layout,
                false,
                limits,
                &mut never(),
            ),
        };
        assert_eq!(result, Ok(()));
    }
    String::from_utf8(out).expect("no surrogates")
}

/// Expectations: `template % value` in CPython 3.13.
#[test]
fn layouts() {
    #[rustfmt::skip]
    let cases: &[(&str, Value, &str)] = &[
        ("%#x", Int(255), "0xff"), ("%#X", Int(255), "0XFF"), ("%#o", Int(8), "0o10"),
        ("%#010x", Int(255), "0x000000ff"), ("%#-10x|", Int(255), "0xff      |"), ("%-010d|", Int(5), "5         |"),
        ("%010d", Int(-5), "-000000005"), ("%+ d", Int(5), "+5"), ("%.5d", Int(-42), "-00042"),
        ("%08.5d", Int(42), "00000042"), ("%#.5x", Int(255), "0x000ff"), ("%#010.5x", Int(255), "0x000000ff"),
        ("%010f", Float(f64::INFINITY), "0000000inf"), ("%010f", Float(f64::NEG_INFINITY), "-000000inf"),
        ("%+010f", Float(f64::NAN), "+000000nan"), ("%#.0f", Float(3.0), "3."), ("%F", Float(f64::NAN), "NAN"),
        ("%.d", Int(5), "5"), ("%.f", Float(5.5), "6"), ("%.0d", Int(0), "0"), ("%#06x", Int(-255), "-0x0ff"),
        ("a%%b%5s%%|", Text("x"), "a%b    x%|"), ("%-5s|", Text("é"), "é    |"), ("%.2s", Text("日本語"), "日本"),
        ("%5.1s|", Text("日本語"), "    日|"), ("%05s", Text("a"), "    a"), ("%+s", Text("a"), "a"),
        ("% -15.0E", Float(0.0), " 0E+00         "), ("%#+15e", Float(1e-07), "  +1.000000e-07"),
        ("%#8.0F", Float(-0.0), "     -0."), ("%1.10d", Int(0), "0000000000"), ("%+1.0i", Int(-4096), "-4096"),
        ("%+1.10u", Int(255), "+0000000255"), ("%+8x", Int(-4096), "   -1000"), ("%8u", Int(255), "     255"),
        ("%+#15.0d", Int(123456789), "     +123456789"), ("%#-15.3d", Int(255), "255            "),
        ("%1.0i", Int(255), "255"), ("%0 8.10X", Int(-1), "-0000000001"), ("%-#.0x", Int(-1), "-0x1"),
        ("% 8u", Int(-1), "      -1"), ("%-1.3E", Float(1e-07), "1.000E-07"), ("%.10X", Int(-4096), "-0000001000"),
        ("% #15.0X", Int(0), "            0X0"), ("% +-1.10o", Int(-1), "-0000000001"),
        ("%-15.3x", Int(1), "001            "), ("%# +8.3i", Int(0), "    +000"),
        ("%0+ 15.3o", Int(-1), "-00000000000001"), ("%- .3X", Int(123456789), " 75BCD15"),
        ("%# 8.3g", Float(123456.0), " 1.23e+05"), ("%15.3u", Int(255), "            255"),
        ("%0 8.3G", Float(123456.0), " 1.23E+05"), ("% +015.3g", Float(-0.0), "-00000000000000"),
        ("%+8.10d", Int(123456789), "+0123456789"), ("%+#08x", Int(255), "+0x000ff"),
        ("%+1E", Float(-0.0), "-0.000000E+00"), ("%1i", Int(255), "255"), ("%0.10o", Int(123456789), "0726746425"),
        ("%1.0f", Float(0.0), "0"), ("%# 15g", Float(1.5), "        1.50000"), ("%8x", Int(-1), "      -1"),
        ("% +15.10G", Float(10000000000.0), "         +1E+10"), ("%#+1.10E", Float(-0.0), "-0.0000000000E+00"),
        ("%8u", Int(-4096), "   -4096"), ("% 15.10i", Int(255), "     0000000255"),
        ("%#015.0f", Float(1e-07), "00000000000000."), ("%# 15u", Int(255), "            255"),
        ("%+#F", Float(-0.0), "-0.000000"), ("%-+15x", Int(-1), "-1             "),
        ("%#.0i", Int(123456789), "123456789"), ("% #15i", Int(-1), "             -1"),
        ("%0 8u", Int(123456789), " 123456789"), ("%-.3G", Float(0.0), "0"),
        ("%-15.10G", Float(1e-07), "1E-07          "), ("%#0+1.3d", Int(-1), "-001"),
        ("%15.3F", Float(1.5), "          1.500"), ("%+15.10g", Float(-0.0), "             -0"),
        ("%0-#1.3e", Float(1e-07), "1.000e-07"), ("%8.10F", Float(1e-07), "0.0000001000"),
        ("%-0#1E", Float(1.5), "1.500000E+00"), ("%+0 1.10e", Float(10000000000.0), "+1.0000000000e+10"),
        ("%-.10f", Float(0.0), "0.0000000000"), ("%15.0d", Int(-1), "             -1"),
        ("%# 08u", Int(1), " 0000001"), ("%0+8f", Float(123456.0), "+123456.000000"), ("%0+1.3o", Int(1), "+001"),
        ("%-8e", Float(0.0), "0.000000e+00"),
    ];
    for (template, value, expected) in cases {
        assert_eq!(apply(template, value), *expected, "{template}");
    }
}

#[test]
fn stars() {
    let Some(Ok(Piece::Conversion(c))) = Template::of_text(b"%*.*d", false).next() else {
        panic!()
    };
    assert_eq!((c.width, c.precision), (Star::Argument, Star::Argument));
    let layout = Layout::new(&c, Some(-5), Some(-1));
    assert_eq!(
        (layout.flags.left, layout.width, layout.precision),
        (true, 5, Some(0))
    );
    assert_eq!(Layout::new(&c, Some(isize::MIN), None).width, 1 << 63);
}

#[test]
fn keys() {
    let text = b"%(a(b)c)s%()-5d%(x)%";
    let keys: Vec<_> = Template::of_text(text, true)
        .map(|piece| match piece {
            Ok(Piece::Conversion(c)) => (c.key.expect("key").to_vec(), c.kind, c.position),
            other => panic!("{other:?}"),
        })
        .collect();
    let (s, d, percent) = ('s' as u32, 'd' as u32, '%' as u32);
    assert_eq!(
        keys,
        [
            (b"a(b)c".to_vec(), s, 8),
            (b"".to_vec(), d, 14),
            (b"x".to_vec(), percent, 19)
        ]
    );
    assert_eq!(
        Template::of_text(b"%(a)s", false).next(),
        Some(Err(requires_mapping()))
    );
    assert_eq!(
        Template::of_text(b"%(a", true).next(),
        Some(Err(Error::value("incomplete format key")))
    );
}

#[test]
fn errors() {
    let first = |text: &'static str| Template::of_text(text.as_bytes(), false).next();
    for text in ["%", "%5", "%-", "%.", "%h"] {
        let Some(Ok(Piece::Conversion(conversion))) = first(text) else {
            panic!("{text} is a conversion");
        };
        assert_eq!(conversion.kind, CUT_OFF, "{text}");
    }
    assert_eq!(
        first("%99999999999999999999d"),
        Some(Err(Error::value("width too big")))
    );
    assert_eq!(
        first("%.2147483648d"),
        Some(Err(Error::value("precision too big")))
    );
    assert_eq!(
        Template::of_bytes(b"%.2147483648d", false).next(),
        Some(Err(Error::value("prec too big")))
    );
    let unsupported = |text: &'static str| match first(text) {
        Some(Ok(Piece::Conversion(c))) => c.unsupported(false).to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        unsupported("%y"),
        "unsupported format character 'y' (0x79) at index 1"
    );
    assert_eq!(
        unsupported("%5é"),
        "unsupported format character '?' (0xe9) at index 2"
    );
    assert_eq!(
        unsupported("%\n"),
        "unsupported format character '?' (0xa) at index 1"
    );
    assert_eq!(
        unsupported("%lld"),
        "unsupported format character 'l' (0x6c) at index 2"
    );
    assert_eq!(
        unsupported("%5%"),
        "unsupported format character '%' (0x25) at index 2"
    );
    let mut out = Vec::new();
    let layout = Layout {
        flags: Flags::default(),
        width: usize::MAX,
        precision: Some(usize::MAX),
    };
    let one = BigInt::from(1);
    assert_eq!(
        push_int(
            &mut out,
            &one,
            'd' as u32,
            &layout,
            Limits::default(),
            &mut never()
        ),
        Err(Error::Memory)
    );
}
