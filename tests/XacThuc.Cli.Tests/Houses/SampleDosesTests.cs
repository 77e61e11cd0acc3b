using XacThuc.Cli.Houses.SampleData;
using XacThuc.Cli.Tests.Commands;
using Xunit;

namespace XacThuc.Cli.Tests.Houses;

/// <summary>The doses that the sample district comes with, so that certificates can be tried.</summary>
public sealed class SampleDosesTests
{
    private const string Records =
        """
        record_id,full_name,sex,date_of_birth,id_number,commune_code,hamlet
        R1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,Nà Nùng
        R2,Nông Thị Hoà,Nữ,1950,020150000012,06226,Nà Nùng
        R3,Hoàng Thị Bé,Nữ,01/01/1960,020160000013,06184,Nà Pàn
        R4,Vi Văn An,Nam,05/05/1985,020085000014,06226,Nà Nùng
        R5,Vi Bé Na,Nữ,05/05/2015,020315000015,06226,Nà Nùng
        R6,Hứa Văn Ba,Nam,1970,020070000016,06226,Nà Nùng
        R7,Hứa Văn Ba,Nam,1970,020070000016,06226,Nà Nùng

        """;

    private const string Truth =
        """
        record_id,personal_id,expected_status,damage
        R1,020078000011,matched,
        R2,020150000012,mismatched,name
        R3,020160000013,matched,
        R4,020085000014,matched,
        R5,020315000015,matched,
        R6,020070000016,matched,
        R7,020070000016,matched,

        """;

    [Fact]
    public void Right_records_of_grown_people_of_the_citizens_commune_have_two_doses_each()
    {
        using var folder = new GivenFolder();
        folder.Write("records.csv", Records);
        folder.Write("truth.csv", Truth);

        var (file, commune) = SampleDoses.Write(folder.Path, "020078000011");

        Assert.Equal((folder["doses.csv"], "06226"), (file, commune));
        Assert.Equal(
            [
                "1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,Pfizer,FH1002,30/08/2021,Trạm y tế",
                "2,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,2,Pfizer,FH1003,27/09/2021,Trạm y tế",
                "3,Vi Văn An,Nam,05/05/1985,020085000014,06226,1,Pfizer,FH1003,31/08/2021,Trạm y tế",
                "4,Vi Văn An,Nam,05/05/1985,020085000014,06226,2,Pfizer,FH1004,28/09/2021,Trạm y tế",
            ],
            folder.Rows("doses.csv"));
    }

    [Fact]
    public void A_file_that_is_there_stays()
    {
        using var folder = new GivenFolder();
        folder.Write("records.csv", Records);
        folder.Write("truth.csv", Truth);
        folder.Write("doses.csv", "mine");

        SampleDoses.Write(folder.Path, "020078000011");

        Assert.Equal("mine", folder.Text("doses.csv"));
    }
}
