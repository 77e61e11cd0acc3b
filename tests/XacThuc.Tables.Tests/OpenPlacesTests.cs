using XacThuc.Testing.Files;
using Xunit;

namespace XacThuc.Tables.Tests;

public sealed class OpenPlacesTests
{
    [Theory]
    [InlineData("Mã điểm", "Tên điểm", "Loại", "Địa chỉ", "Xã, phường, thị trấn", "Người chịu trách nhiệm", "Điện thoại người chịu trách nhiệm", "Mã đơn vị")]
    [InlineData("Place code", "Place name", "Kind", "Address", "Commune", "Responsible", "Responsible phone", "Unit code")]
    [InlineData("Mã", "Tên trường", "Loại hình", "Địa chỉ cụ thể", "Xã/Phường", "Họ và tên người phụ trách", "SĐT", "Đơn vị quản lý", "Mã")]
    [InlineData("Mã QR", "Tên", "LOAI", "DIA CHI", "Mã xã", "Họ và tên", "Số điện thoại liên hệ", "Mã đơn vị quản lý")]
    public void Headings_as_agencies_write_them_are_recognised(params string[] headings)
    {
        using var file = new GivenFile($"{string.Join(',', headings[..8].Select(heading => $"\"{heading}\""))}\n,Cổng 1,Trường học,Khối 6,Cao Lộc,Hoàng Văn Thụ,0912345678,\n");

        using var table = file.Open(TableKind.Places);

        Assert.Equal([headings[0] is "Mã" ? -1 : 0, 1, 2, 3, 4, 5, 6, 7], table.Columns);
    }

    [Fact]
    public void A_file_of_people_is_none_of_places_and_the_refusal_names_what_is_missing()
    {
        using var file = new GivenFile("Họ và tên,Giới tính,Ngày sinh,Số CCCD,Địa chỉ\nNông Văn A,Nam,1/1/1990,020090012345,Khối 6\n");

        Assert.Contains("place_name", file.Refusal(TableKind.Places), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_are_no_headings_at_all_those_of_places_are_asked_for()
    {
        using var file = new GivenFile("a,b,c\n1,2,3\n");

        Assert.Contains("Tên điểm", file.Refusal(TableKind.Places), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_took_a_phone_for_a_number_gives_its_digits()
    {
        using var file = new GivenFile(new GivenWorkbook().Sheet(
            "1", ["DANH SÁCH ĐIỂM KIỂM SOÁT"], ["STT", "Tên cơ sở", "Loại hình", "Địa chỉ", "Người phụ trách", "SĐT"], [1.0, "Siêu thị Hoàng Gia", "Siêu thị", "Khối 3", "Vi Thị Lan", 912345678.0]).ToBytes());

        using var table = file.Open(TableKind.Places);

        Assert.Equal(["|Siêu thị Hoàng Gia|Siêu thị|Khối 3||Vi Thị Lan|912345678|"], GivenFile.Rows(table));
    }

    [Fact]
    public void An_address_in_a_file_of_people_is_still_a_column_that_nobody_asked_for()
    {
        using var file = new GivenFile("Họ và tên,Giới tính,Ngày sinh,Số CCCD,Địa chỉ,Loại\nNông Văn A,Nam,1/1/1990,020090012345,Khối 6,A\n");

        using var table = file.Open(TableKind.Records);

        Assert.Equal([-1, 0, 1, 2, 3, -1, -1, -1], table.Columns);
        Assert.Empty(table.Problems);
    }
}
