using XacThuc.Testing.Files;
using Xunit;

namespace XacThuc.Tables.Tests;

public sealed class DerivedColumnsTests
{
    [Theory]
    [InlineData("Họ và tên đệm;Tên;Giới tính;Ngày sinh;CCCD\nNông Văn;A;Nam;1990;1\n", "Nông Văn A|Nam|1990|1")]
    [InlineData("Họ;Tên;Giới tính;Ngày sinh;CCCD\nNông Văn;A;Nam;1990;1\n", "Nông Văn A|Nam|1990|1")]
    [InlineData("Họ và tên;;Giới tính;Ngày sinh;CCCD\nNông Văn;A;Nam;1990;1\n", "Nông Văn A|Nam|1990|1")]
    [InlineData("Họ tên;Nam;Nữ;Ngày sinh;CCCD\nA;x;;1990;1\n", "A|Nam|1990|1")]
    [InlineData("Họ tên;Nam;Nữ;Ngày sinh;CCCD\nA;;X;1990;1\n", "A|Nữ|1990|1")]
    [InlineData("Họ tên;Nam;Nữ;Ngày sinh;CCCD\nA;;;1990;1\n", "A||1990|1")]
    [InlineData("Họ tên;Nữ;Ngày sinh;CCCD\nA;x;1990;1\n", "A|Nữ|1990|1")]
    [InlineData("Họ tên;Nữ;Ngày sinh;CCCD\nA;;1990;1\n", "A|Nam|1990|1")]
    [InlineData("Họ tên;Phái;Ngày;Tháng;Năm;CCCD\nA;Nam;2;1;1990;1\n", "A|Nam|2/1/1990|1")]
    [InlineData("Họ tên;Nam;Nữ;Ngày;Tháng;Năm;CCCD\nA;x;;;;1990;1\n", "A|Nam|1990|1")]
    [InlineData("Ho ten;Nam;Nu;Ngay;Thang;Nam;CCCD\nA;x;;;1;1990;1\n", "A|Nam|1/1990|1")]
    [InlineData("Họ tên;Giới tính;Ngày sinh;Năm sinh;CCCD\nA;Nam;;1990;1\n", "A|Nam|1990|1")]
    [InlineData("Họ tên;Năm sinh;;CCCD\n;Nam;Nữ;\nA;;1990;1\n", "A|Nữ|1990|1")]
    [InlineData("Họ tên;Giới tính;;Ngày sinh;CCCD\n;Nam;Nữ;;\nA;;x;1990;1\n", "A|Nữ|1990|1")]
    [InlineData("Họ tên;Giới tính;Ngày sinh;CCCD;CMND\nA;Nam;1990;;2\n", "A|Nam|1990|2")]
    [InlineData("Họ tên;Giới tính;Ngày sinh;CMND;CCCD\nA;Nam;1990;2;1\n", "A|Nam|1990|1")]
    public void Values_that_stand_in_several_columns_are_put_together(string text, string expected)
    {
        using var file = new GivenFile(text);

        using var table = file.Open(TableKind.Records);

        Assert.Equal([$"|{expected}|"], GivenFile.Rows(table));
    }

    [Fact]
    public void Lines_and_other_columns_stay_as_they_were()
    {
        using var file = new GivenFile(""""
            STT,Họ,Tên,Giới tính,Ngày sinh,CCCD,Ghi chú
            1,"Nông ""Văn""","A
            B",Nam,1990,1,"hai
            dòng"

            2,Hoàng Thị,C,Nữ,1991,2
            """");

        using var table = file.Open(TableKind.Records);

        Assert.Equal(["1|Nông \"Văn\" A B|Nam|1990|1|", "|||||", "2|Hoàng Thị C|Nữ|1991|2|"], GivenFile.Rows(table));
        Assert.Equal(5, GivenFile.Bytes(table).Count(b => b == '\n'));
        Assert.Equal(8, table.ColumnCount);
    }

    [Fact]
    public void A_quote_nobody_closes_costs_one_row()
    {
        var many = string.Concat(Enumerable.Repeat("Nông Văn,B,Nam,1990,2\n", 900_000));
        using var file = new GivenFile("Họ,Tên,Giới tính,Ngày sinh,CCCD\n\"Nông Văn,A,Nam,1990,1\n" + many);

        using var table = file.Open(TableKind.Records);
        var rows = GivenFile.Rows(table);

        Assert.Equal(900_001, rows.Length);
        Assert.Equal("|Nông Văn B|Nam|1990|2|", rows[1]);
    }

    [Fact]
    public void A_row_of_column_numbers_is_passed_over()
    {
        using var file = new GivenFile("Họ tên,Giới tính,Ngày sinh,CCCD\n(1),(2),(3),(4)\nA,Nam,1990,1\n");

        using var table = file.Open(TableKind.Records);

        Assert.Equal(3, table.FirstDataLine);
        Assert.Contains(table.Problems, problem => problem.Sentence.Equals(FileSentences.NumberRow, StringComparison.Ordinal));
    }

    [Fact]
    public void An_id_beside_a_number_is_the_records()
    {
        using var file = new GivenFile("id,name,sex,dob,cccd\n7,A,Nam,1990,1\n");

        using var table = file.Open(TableKind.Records);

        Assert.Equal([0, 1, 2, 3, 4, -1, -1, -1], table.Columns);
    }

    [Fact]
    public void An_id_alone_is_the_persons()
    {
        using var file = new GivenFile("id,name,sex,dob\n7,A,Nam,1990\n");

        using var table = file.Open(TableKind.Records);

        Assert.Equal([-1, 1, 2, 3, 0, -1, -1, -1], table.Columns);
    }
}
