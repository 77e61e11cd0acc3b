using XacThuc.Tables.Headings;
using Xunit;

namespace XacThuc.Tables.Tests;

public sealed class HeadingNamesTests
{
    [Theory]
    [InlineData("Họ và tên", Heading.FullName)]
    [InlineData("HO_VA_TEN", Heading.FullName)]
    [InlineData("HoTen", Heading.FullName)]
    [InlineData("Họ & tên (*)", Heading.FullName)]
    [InlineData("Họ, chữ đệm và tên khai sinh\n(In hoa)", Heading.FullName)]
    [InlineData("Họ và tên\nFull name", Heading.FullName)]
    [InlineData("Ho\u0323 va\u0300 te\u0302n", Heading.FullName)]
    [InlineData("Tên đầy đủ", Heading.FullName)]
    [InlineData("Họ và tên đệm", Heading.FamilyName)]
    [InlineData("Tên", Heading.GivenName)]
    [InlineData("Giới tính (Nam/Nữ)", Heading.Sex)]
    [InlineData("Giới tính (1: Nam, 2: Nữ)", Heading.Sex)]
    [InlineData("Nam/Nữ", Heading.Sex)]
    [InlineData("PHÁI", Heading.Sex)]
    [InlineData("Ngày, tháng, năm sinh", Heading.BirthDate)]
    [InlineData("Ngày/tháng/năm sinh", Heading.BirthDate)]
    [InlineData("NTNS", Heading.BirthDate)]
    [InlineData("Date of birth (DOB)", Heading.BirthDate)]
    [InlineData("Năm sinh", Heading.BirthYear)]
    [InlineData("Số CCCD", Heading.PersonalNumber)]
    [InlineData("Số căn cước công dân", Heading.PersonalNumber)]
    [InlineData("Mã số định danh cá nhân", Heading.PersonalNumber)]
    [InlineData("Số ĐDCN/CCCD", Heading.PersonalNumber)]
    [InlineData("Số CMND cũ (9 số)", Heading.OldNumber)]
    [InlineData("CMT", Heading.OldNumber)]
    [InlineData("CMND/CCCD", Heading.AnyNumber)]
    [InlineData("Số CMT / CCCD / Hộ chiếu", Heading.AnyNumber)]
    [InlineData("Số CCCD hoặc CMND", Heading.AnyNumber)]
    [InlineData("Mã xã/phường", Heading.Commune)]
    [InlineData("Thôn", Heading.Hamlet)]
    [InlineData("Thôn/bản/khu phố", Heading.Hamlet)]
    [InlineData("Tổ dân phố", Heading.Hamlet)]
    [InlineData("Mũi số", Heading.DoseNumber)]
    [InlineData("Mũi thứ", Heading.DoseNumber)]
    [InlineData("Tên vắc xin", Heading.Vaccine)]
    [InlineData("Vắc-xin", Heading.Vaccine)]
    [InlineData("Số lô", Heading.Lot)]
    [InlineData("Ngày tiêm (dd/mm/yyyy)", Heading.GivenOn)]
    [InlineData("Cơ sở tiêm chủng", Heading.Facility)]
    [InlineData("STT", Heading.RowNumber)]
    [InlineData("Mã hồ sơ", Heading.RecordId)]
    [InlineData("Sè CMND", Heading.OldNumber)]
    [InlineData("Hoï vaø teân", Heading.FullName)]
    [InlineData("Địa chỉ", Heading.Address)]
    [InlineData("Ngày tiêm", Heading.GivenOn)]
    [InlineData("Họ tên mẹ", Heading.None)]
    [InlineData("", Heading.None)]
    public void Headings_are_known_as_people_write_them(string written, object heading)
    {
        var recognised = HeadingNames.Recognise(written);

        Assert.Equal(heading, recognised);
    }
}
