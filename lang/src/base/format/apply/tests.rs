//! Tests of the format specs as applied to values.
#![forbid(unsafe_code)]

use super::*;
use crate::base::never;

fn shown(result: Result<Vec<u8>>) -> String {
    match result {
        Ok(bytes) => String::from_utf8(bytes).expect("no surrogates"),
        Err(error) => format!("! {error}"),
    }
}

fn int(value: i64, spec: &str) -> String {
    shown(format_int(
        &value.into(),
        spec.as_bytes(),
        "int",
        Limits::default(),
        &mut never(),
    ))
}

fn float(value: f64, spec: &str) -> String {
    shown(format_float(
        value,
        spec.as_bytes(),
        "float",
        Limits::default(),
        &mut never(),
    ))
}

fn text(value: &str, spec: &str) -> String {
    shown(format_str(
        value.as_bytes(),
        spec.as_bytes(),
        "str",
        Limits::default(),
        &mut never(),
    ))
}

fn complex(real: f64, imaginary: f64, spec: &str) -> String {
    shown(format_complex(
        real,
        imaginary,
        spec.as_bytes(),
        "complex",
        Limits::default(),
        &mut never(),
    ))
}

/// Expectations of this module: what `format` answers in CPython 3.13, or its message after `! `.
#[test]
fn ints() {
    #[rustfmt::skip]
    let cases: &[(i64, &str, &str)] = &[
        (1, "xx", "! Invalid format specifier 'xx' for object of type 'int'"),
        (1, ",_", "! Cannot specify both ',' and '_'."), (1, "_,", "! Cannot specify both ',' and '_'."),
        (1, ",x", "! Cannot specify ',' with 'x'."), (1, ",n", "! Cannot specify ',' with 'n'."),
        (1, "_c", "! Cannot specify '_' with 'c'."), (1, ".", "! Format specifier missing precision"),
        (1, ".3d", "! Precision not allowed in integer format specifier"),
        (1, "z", "! Negative zero coercion (z) not allowed in integer format specifier"),
        (1, "s", "! Unknown format code 's' for object of type 'int'"),
        (1, "é", "! Unknown format code '\\xe9' for object of type 'int'"),
        (1, "\x01", "! Unknown format code '\\x1' for object of type 'int'"),
        (1, "\n", "! Unknown format code '\\xa' for object of type 'int'"),
        (1, "+c", "! Sign not allowed with integer format specifier 'c'"),
        (1, "#c", "! Alternate form (#) not allowed with integer format specifier 'c'"),
        (1114112, "c", "! %c arg not in range(0x110000)"), (-1, "c", "! %c arg not in range(0x110000)"),
        (97, "5c", "    a"), (97, "05c", "0000a"), (8364, "*^5c", "**€**"), (1234, "08,", "0,001,234"),
        (1234, "012,", "0,000,001,234"), (1234567, "_", "1_234_567"), (1234567, "#_x", "0x12_d687"),
        (1234567, "#020_b", "0b1_0010_1101_0110_1000_0111"), (12345, "n", "12345"),
        (1, "99999999999999999999", "! Too many decimal digits in format string"),
        (1, ".99999999999999999999", "! Too many decimal digits in format string"), (5, "<05", "50000"),
        (5, "*=+5", "+***5"), (5, "x<05", "5xxxx"), (5, "٣", "  5"), (5, "f", "5.000000"), (5, "%", "500.000000%"),
        (5, "=5", "    5"), (5, " ", " 5"), (5, " b", " 101"), (-5, "#X", "-0X5"), (255, "#X", "0XFF"),
        (1, "z#d", "! Negative zero coercion (z) not allowed in integer format specifier"),
        (1, "#zd", "! Invalid format specifier '#zd' for object of type 'int'"),
        (1, "+ d", "! Invalid format specifier '+ d' for object of type 'int'"),
        (1, "1,2", "! Cannot specify ',' with '2'."),
        (1, "_x,", "! Invalid format specifier '_x,' for object of type 'int'"),
        (1, ",\x01", "! Cannot specify ',' with '\\x1'."), (1, "_é", "! Cannot specify '_' with '\\xe9'."),
        (1, "0=5", "00001"), (0, "#o", "0o0"), (0, "", "0"),
        (1, "dddddddddddddddddddddddddddddddddddddddd", "! Invalid format specifier 'dddddddddddddddddddddddddddddddddddddddd' for object of type 'int'"),
        (1234567, "00,", "1,234,567"), (0, "00_x", "0"), (-12, "+00,d", "-12"), (1234567, "01,", "1,234,567"),
        (0, "01_x", "0"), (-12, "+01,d", "-12"), (1234567, "02,", "1,234,567"), (0, "02_x", "00"),
        (-12, "+02,d", "-12"), (1234567, "03,", "1,234,567"), (0, "03_x", "000"), (-12, "+03,d", "-12"),
        (1234567, "04,", "1,234,567"), (0, "04_x", "0000"), (-12, "+04,d", "-012"), (1234567, "05,", "1,234,567"),
        (0, "05_x", "0_0000"), (-12, "+05,d", "-0,012"), (1234567, "06,", "1,234,567"), (0, "06_x", "0_0000"),
        (-12, "+06,d", "-0,012"), (1234567, "07,", "1,234,567"), (0, "07_x", "00_0000"), (-12, "+07,d", "-00,012"),
        (1234567, "08,", "1,234,567"), (0, "08_x", "000_0000"), (-12, "+08,d", "-000,012"),
        (1234567, "09,", "1,234,567"), (0, "09_x", "0000_0000"), (-12, "+09,d", "-0,000,012"),
        (1234567, "010,", "01,234,567"), (0, "010_x", "0_0000_0000"), (-12, "+010,d", "-0,000,012"),
        (1234567, "011,", "001,234,567"), (0, "011_x", "0_0000_0000"), (-12, "+011,d", "-00,000,012"),
        (1234567, "012,", "0,001,234,567"), (0, "012_x", "00_0000_0000"), (-12, "+012,d", "-000,000,012"),
        (1234567, "013,", "0,001,234,567"), (0, "013_x", "000_0000_0000"), (-12, "+013,d", "-0,000,000,012"),
        (-123456789, "*<+#020", "-123456789**********"), (255, "= 12_.2f", "      255.00"),
        (1000000000, "=+20,", "+      1,000,000,000"), (-4096, "+0,e", "-4.096000e+03"),
        (-1, "é^-#020,b", "! Cannot specify ',' with 'b'."), (-123456789, "01,n", "! Cannot specify ',' with 'n'."),
        (-4096, "é^ #020,.2f", "ééééé-4,096.00éééééé"),
        (1000000000, "=+#7_b", "+0b11_1011_1001_1010_1100_1010_0000_0000"), (255, "^07d", "0025500"),
        (0, "é^-0,b", "! Cannot specify ',' with 'b'."), (255, "^-#_", "255"), (0, "é^ #,", " 0"),
        (1, "07_x", "00_0001"), (255, "é^#07n", "éé255éé"), (-1, "=-012_o", "-0_0000_0001"),
        (0, "= #0,X", "! Cannot specify ',' with 'X'."), (-4096, "=+012,X", "! Cannot specify ',' with 'X'."),
        (-1, "é^ #20", "ééééééééé-1ééééééééé"), (-1, "^-#01,b", "! Cannot specify ',' with 'b'."),
        (-1, "^ #0b", "-0b1"), (1000000000, ">+#7n", "+1000000000"), (255, "é^07_o", "éé377éé"),
        (1, "*<#20,x", "! Cannot specify ',' with 'x'."), (-1, "020x", "-0000000000000000001"),
        (-123456789, "é^#12,.2f", "-123,456,789.00"), (0, "^-#07,n", "! Cannot specify ',' with 'n'."),
        (255, "=+12_.2f", "+     255.00"), (-1, ">+020,.2f", "000000000000000-1.00"),
        (-123456789, "*<#1", "-123456789"), (1, "é^+#,d", "+1"), (0, "> 20_n", "! Cannot specify '_' with 'n'."),
        (-123456789, ">#7_e", "-1.234568e+08"), (1, " _d", " 1"), (0, "*< 12_n", "! Cannot specify '_' with 'n'."),
        (-123456789, "^+#0,X", "! Cannot specify ',' with 'X'."), (255, "d", "255"), (-1, "#01,d", "-1"),
        (255, "=-#07X", "0X000FF"), (0, "+0_b", "+0"), (-1, "^-#20,", "         -1         "),
        (1, "é^-#012,", "ééééé1éééééé"), (0, "*< 01,b", "! Cannot specify ',' with 'b'."),
        (-123456789, "^ #12_d", "-123_456_789"), (-123456789, "é^-020_d", "éééé-123_456_789éééé"),
        (-4096, ">#1,", "-4,096"), (0, "#,d", "0"), (-4096, "-#0.2f", "-4096.00"),
        (-1, "é^+20.2f", "ééééééé-1.00éééééééé"), (255, ">+1_o", "+377"),
        (-4096, ">-#020,X", "! Cannot specify ',' with 'X'."), (255, "=#12_b", "0b 1111_1111"),
        (255, "é^-01d", "255"), (1, "é^-#1,o", "! Cannot specify ',' with 'o'."), (1, "> 012_x", "0000000000 1"),
        (-4096, "^#012b", "-0b1000000000000"), (1000000000, "^+#01,e", "+1.000000e+09"),
        (-123456789, ">+#12_d", "-123_456_789"), (1, "=#1_d", "1"), (-1, "^+01", "-1"), (0, "*<#12d", "0***********"),
    ];
    for &(value, spec, expected) in cases {
        assert_eq!(int(value, spec), expected, "format({value}, {spec:?})");
    }
}

#[test]
#[allow(clippy::approx_constant)]
fn floats() {
    #[rustfmt::skip]
    let cases: &[(f64, &str, &str)] = &[
        (1.5, "d", "! Unknown format code 'd' for object of type 'float'"), (1.0, "z.1f", "1.0"),
        (1.5, "010,", "0,000,001.5"), (f64::INFINITY, "010", "0000000inf"), (f64::NEG_INFINITY, "010,", "-000000inf"),
        (1234567.891, ",.2f", "1,234,567.89"), (1234567.891, "020,.2f", "0,000,001,234,567.89"),
        (12345.5, "n", "12345.5"), (10000000000.0, ",", "10,000,000,000.0"), (0.5, "%", "50.000000%"),
        (1.0, "", "1.0"), (1e+16, ".3", "1e+16"), (123.0, ".3", "1.23e+02"), (12.0, ".3", "12.0"),
        (1e+20, "g", "1e+20"), (-0.0, "z", "0.0"), (-0.001, "z.2f", "0.00"), (1.5, "e", "1.500000e+00"),
        (1.5, "#.0f", "2."), (1.0, "#g", "1.00000"), (1.0, "_n", "! Cannot specify '_' with 'n'."),
        (f64::NAN, "+", "+nan"), (f64::NAN, "%", "nan%"), (f64::NAN, "F", "NAN"), (1.5, ".0", "2e+00"),
        (0.0, ".0", "0e+00"), (15.0, ".0", "2e+01"), (1.5, "#", "1.5"), (1.0, "#.3", "1.00"),
        (100000.0, ".1", "1e+05"), (1e+16, ",", "1e+16"), (1.0, ".2147483648", "! precision too big"),
        (1.0, "c", "! Unknown format code 'c' for object of type 'float'"),
        (1.0, ".99999999999999999999f", "! Too many decimal digits in format string"),
        (0.0, " z012_.1", " 000_000e+00"), (12345.678, "^ z#0.10%", " 1234567.8000000000%"),
        (-0.0, "*< #12.3G", "-0.00*******"), (f64::INFINITY, "> z#07.1e", "000 inf"), (-0.0, "= #1.1%", "-0.0%"),
        (1e+22, "+z#01,.3G", "+1.00E+22"), (12345.678, "*<07.1G", "1E+04**"), (2.5, "+#01_.10E", "+2.5000000000E+00"),
        (999999.5, "^-z012.0G", "0001E+060000"), (999999.5, "20,.3f", "         999,999.500"),
        (1e-07, ">+z20.0G", "              +1E-07"), (f64::INFINITY, "^z#07_.10G", "00INF00"),
        (1.0, "= z.0%", " 100%"), (999999.5, ">-_.3e", "1.000e+06"), (999999.5, "^+#20E", "   +9.999995E+05    "),
        (-0.0, "*<z07,.1f", "0.0****"), (1000000000000000.0, ">#.3g", "1.00e+15"),
        (1000000000000000.0, "^#1_.0F", "1_000_000_000_000_000."),
        (1e+22, "=z07.3%", "999999999999999983222784.000%"), (1e+16, "=-#7,.1%", "1,000,000,000,000,000,000.0%"),
        (1e+16, "^-7,.0%", "1,000,000,000,000,000,000%"), (f64::INFINITY, "*<+20,.10f", "+inf****************"),
        (12345.678, "+012", "+0012345.678"), (1000000000000000.0, "= z1,F", " 1,000,000,000,000,000.000000"),
        (999999.5, "+012.0E", "+0000001E+06"), (-1.5, " 07,.1%", "-150.0%"), (-0.0, "> #07F", "-0.000000"),
        (1000000000000000.0, ">.10", "1e+15"), (12345.678, "+z07,.1", "+01e+04"),
        (1e+16, "^-#12.10F", "10000000000000000.0000000000"), (-1.5, "^-#01,.3%", "-150.000%"),
        (1000000000000000.0, "=-z#20_.10F", "1_000_000_000_000_000.0000000000"), (-1.5, "+0_E", "-1.500000E+00"),
        (-1.5, ">#07,e", "-1.500000e+00"), (f64::NEG_INFINITY, "=z#12.0g", "-        inf"),
        (-0.04, "+1,.0g", "-0.04"), (-0.04, ">-z01_", "-0.04"), (-1.5, "0.3F", "-1.500"),
        (3.14159, ">z#020_.3e", "000000000003.142e+00"), (f64::NEG_INFINITY, ">-z20.3G", "                -INF"),
        (1e+22, " z0_.1F", " 10_000_000_000_000_000_000_000.0"), (-0.0, "+#7.3%", "-0.000%"),
        (2.5, "^+z1_.10%", "+250.0000000000%"), (3.14159, ">-z012,.3", "000000003.14"),
        (f64::INFINITY, "+7_.10", "   +inf"), (1000000000000000.0, "=012,E", "1.000000E+15"),
        (-1.5, "*< 07,.3e", "-1.500e+00"), (1000000000000000.0, "*<-z#01,.1%", "100,000,000,000,000,000.0%"),
        (1e+22, ">+z#0,.1E", "+1.0E+22"), (1.0, "^+20.10", "        +1.0        "), (1.0, "#07_%", "100.000000%"),
        (1000000000000000.0, "*<z#0_.10e", "1.0000000000e+15"), (12345.678, "^ #07,", " 12,345.678"),
        (3.14159, "+020,.10f", "+0,000,003.1415900000"), (1e-07, "+0,.3F", "+0.000"),
        (1e+22, ">+z1_F", "+10_000_000_000_000_000_000_000.000000"), (999999.5, "^-z#012,.10f", "999,999.5000000000"),
        (0.0, "^+#01,.10G", "+0.000000000"), (1e-07, "^z07.3e", "1.000e-07"), (1e-07, "-z07.3F", "000.000"),
        (0.0, " 07_.3G", " 00_000"), (f64::NEG_INFINITY, "*<-z#12.0e", "-inf********"),
        (1000000000000000.0, ">0,.1%", "100,000,000,000,000,000.0%"), (2.5, "^ 12.0f", "      2     "),
        (3.14159, "*<-z12.0f", "3***********"), (12345.678, "*<+20.3e", "+1.235e+04**********"),
        (1.0, "=+#1.0G", "+1."), (-0.0, "= 7.3g", "-     0"), (999999.5, "^-#0_.1%", "99_999_950.0%"),
        (1e+22, "=-z#20,.3g", "            1.00e+22"), (0.0, "> #7,.0f", "     0."),
        (1e+22, ">z20.0e", "               1e+22"), (1.0, "= z020_.3E", " 000_000_001.000E+00"),
        (-0.04, ">+z#07_.1E", "-4.0E-02"), (f64::NEG_INFINITY, "^ z#_.10g", "-inf"),
        (1e+16, "^+z#012.3E", "0+1.000E+160"), (0.0, "*<-012_.10G", "0***********"), (1e+16, "*<-z7_.0", "1e+16**"),
        (12345.678, "=z#0,.1E", "1.2E+04"), (-0.0, "= #7E", "-0.000000E+00"),
    ];
    for &(value, spec, expected) in cases {
        assert_eq!(float(value, spec), expected, "format({value}, {spec:?})");
    }
}

#[test]
fn strs() {
    #[rustfmt::skip]
    let cases: &[(&str, &str, &str)] = &[
        ("a", ">>>1", "! Invalid format specifier '>>>1' for object of type 'str'"),
        ("a", ",", "! Cannot specify ',' with 's'."), ("a", "_s", "! Cannot specify '_' with 's'."),
        ("a", "d", "! Unknown format code 'd' for object of type 'str'"),
        ("a", "=10", "! '=' alignment not allowed in string format specifier"),
        ("a", "+", "! Sign not allowed in string format specifier"),
        ("a", " ", "! Space not allowed in string format specifier"),
        ("a", "#", "! Alternate form (#) not allowed in string format specifier"),
        ("a", "z", "! Negative zero coercion (z) not allowed in string format specifier"), ("a", "010", "a000000000"),
        ("abc", ".2", "ab"), ("abc", "é^9.2", "éééabéééé"), ("abc", "*>2", "abc"), ("", "5", "     "),
        ("日本語", "^7.2", "  日本   "), ("a", "9223372036854775808", "! Too many decimal digits in format string"),
        ("abc", ".9223372036854775807", "abc"), ("a", ">05", "0000a"), ("ab", ".0", ""),
        ("a", "-", "! Sign not allowed in string format specifier"), ("a", "s", "a"),
        ("a", "5x", "! Unknown format code 'x' for object of type 'str'"),
    ];
    for &(value, spec, expected) in cases {
        assert_eq!(text(value, spec), expected, "format({value:?}, {spec:?})");
    }
}

#[test]
fn complexes() {
    #[rustfmt::skip]
    let cases: &[(f64, f64, &str, &str)] = &[
        (1.0, 2.0, "", "(1+2j)"), (1.0, 2.0, ".2f", "1.00+2.00j"), (1.0, 2.0, ">20", "              (1+2j)"),
        (1.0, 2.0, "^20.1e", "  1.0e+00+2.0e+00j  "), (0.0, 2.0, "", "2j"), (-0.0, 2.0, "", "(-0+2j)"),
        (0.0, 0.0, "g", "0+0j"), (1.0, -2.0, "+", "(+1-2j)"), (1.0, -2.0, " .1f", " 1.0-2.0j"),
        (0.0, 3.0, "+", "+3j"), (1000000.0, 1234567.0, ",", "(1,000,000+1,234,567j)"),
        (1.0, 1.0, "%", "! Unknown format code '%' for object of type 'complex'"),
        (0.0, 1.0, "010", "! Zero padding is not allowed in complex format specifier"),
        (0.0, 1.0, "=10", "! '=' alignment flag is not allowed in complex format specifier"),
        (0.0, 1.0, "s", "! Unknown format code 's' for object of type 'complex'"),
        (0.0, 1.0, ".2147483648", "! precision too big"), (f64::NAN, f64::INFINITY, "", "(nan+infj)"),
        (1.0, 2.0, "<15", "(1+2j)         "), (1.0, 2.0, ".3", "(1+2j)"), (-0.0, -0.0, "g", "-0-0j"),
        (1.0, 2.0, "_.1f", "1.0+2.0j"), (123456789.0, 0.5, "*^30,", "******(123,456,789+0.5j)******"),
        (1.0, 2.0, "#.0f", "1.+2.j"), (1.0, 2.0, "z", "(1+2j)"),
    ];
    for &(real, imaginary, spec, expected) in cases {
        assert_eq!(
            complex(real, imaginary, spec),
            expected,
            "format({real}, {imaginary}, {spec:?})"
        );
    }
}

#[test]
fn bounds() {
    let limits = Limits {
        max_bytes: 1000,
        max_digits: 4300,
    };
    let memory = Err(Error::Memory);
    assert_eq!(
        format_str(b"a", b"2000", "str", limits, &mut never()),
        memory
    );
    assert_eq!(
        format_str(
            b"a",
            b"9223372036854775807",
            "str",
            Limits::default(),
            &mut never()
        ),
        memory
    );
    assert_eq!(
        format_int(
            &1.into(),
            b"0=9223372036854775807,",
            "int",
            Limits::default(),
            &mut never()
        ),
        memory
    );
    assert_eq!(
        format_float(1.0, b".2147483647f", "float", limits, &mut never()),
        memory
    );
    assert_eq!(
        format_float(1.0, b".2147483647", "float", limits, &mut never()),
        Ok(b"1.0".to_vec())
    );
    let big = BigInt::from(1) << 2000u32;
    let error = print::to_decimal(&big, 100, &mut never());
    let limits = Limits {
        max_bytes: 1000,
        max_digits: 100,
    };
    assert_eq!(
        format_int(&big, b"5", "int", limits, &mut never()).err(),
        error.err()
    );
    assert_eq!(
        format_int(&big, b"f", "int", limits, &mut never()),
        Err(Error::overflow("int too large to convert to float"))
    );
    // A surrogate may fill.
    assert_eq!(
        format_str(b"a", b"\xED\xA0\x80>3", "str", limits, &mut never()),
        Ok(b"\xED\xA0\x80\xED\xA0\x80a".to_vec())
    );
}
