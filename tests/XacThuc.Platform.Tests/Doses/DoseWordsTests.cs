using System.Globalization;
using XacThuc.Platform.Doses.Bring;
using XacThuc.Platform.Vaccines;
using Xunit;

namespace XacThuc.Platform.Tests.Doses;

public sealed class DoseWordsTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("Mũi 2", 2)]
    [InlineData("mũi thứ nhất", 1)]
    [InlineData("Mũi số 3", 3)]
    [InlineData("một", 1)]
    [InlineData("M2", 2)]
    [InlineData("II", 2)]
    [InlineData("02", 2)]
    [InlineData("Nhắc lại 1", 0)]
    [InlineData("bổ sung", 0)]
    [InlineData("12", 0)]
    [InlineData("0", 0)]
    [InlineData("", 0)]
    public void A_number_is_read_as_people_write_it_and_never_guessed(string written, int number)
    {
        Assert.Equal(number, DoseWords.Number(written));
    }

    [Theory]
    [InlineData("01/09/2021", "2021-09-01")]
    [InlineData("1/9/21", "2021-09-01")]
    [InlineData("1.9.2021", "2021-09-01")]
    [InlineData("2021-09-01", "2021-09-01")]
    [InlineData("2021-09-01T08:30:00", "2021-09-01")]
    [InlineData("01/09/2021 08:30", "2021-09-01")]
    [InlineData("08:30 01/09/2021", "2021-09-01")]
    [InlineData("44440", "2021-09-01")]
    [InlineData("20/10/2040", "2040-10-20")]
    [InlineData("31/02/2021", null)]
    [InlineData("09/2021", null)]
    [InlineData("hôm qua", null)]
    [InlineData("", null)]
    public void A_day_is_read_with_its_time_or_without(string written, string? day)
    {
        Assert.Equal(day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture), DoseWords.Day(written));
    }

    [Theory]
    [InlineData("AZ", "astrazeneca")]
    [InlineData("AstraZeneca", "astrazeneca")]
    [InlineData("Vắc xin phòng COVID-19 Astra Zeneca", "astrazeneca")]
    [InlineData("COVID-19 Vaccine AstraZeneca (AZD1222)", "astrazeneca")]
    [InlineData("Pfizer", "comirnaty")]
    [InlineData("Comirnaty", "comirnaty")]
    [InlineData("PFIZER-BIONTECH", "comirnaty")]
    [InlineData("Vero Cell", "vero-cell")]
    [InlineData("verocell (Sinopharm)", "vero-cell")]
    [InlineData("Hayat-Vax (Sinopharm)", "hayat-vax")]
    [InlineData("Moderna", "spikevax")]
    [InlineData("Abdala", "abdala")]
    [InlineData("Sputnik V", "sputnik-v")]
    [InlineData("Johnson & Johnson", "janssen")]
    [InlineData("AZ/Pfizer", null)]
    [InlineData("Vắc xin", null)]
    [InlineData("", null)]
    public void A_vaccine_is_known_by_the_names_people_give_it_and_two_names_are_none(string written, string? code)
    {
        Assert.Equal(code, VaccineCatalogue.Standard.FindWritten(written)?.Code.ToString());
    }
}
