using System.Globalization;
using XacThuc.Matching.Texts;

namespace XacThuc.Platform.CheckPoints.Bring;

/// <summary>What may be wrong with a row of places, each with what to do.</summary>
internal static class PlaceSentences
{
    public static Bilingual Unsplit { get; } = new(
        "Dòng không tách được thành ô: xem lại dấu nháy kép và số ô của dòng.", "The line could not be split into cells: look at its quotes and at how many cells it has.");

    public static Bilingual NoName { get; } = new("Thiếu tên điểm: ghi tên để người qua lại nhận ra.", "The name is missing: write one that people recognise.");

    public static Bilingual NoAddress { get; } = new("Thiếu địa chỉ: ghi số nhà, đường hoặc thôn.", "The address is missing: write the house and road, or the hamlet.");

    public static Bilingual NoKind { get; } = new(
        "Thiếu loại điểm: ghi Cơ quan, Trường học, Doanh nghiệp, Chợ, Chốt, Cơ sở y tế hoặc Khác.", "The kind is missing: write Office, School, Firm, Market, Gate, Health facility or Other.");

    public static Bilingual UnknownKind { get; } = new(
        "Không hiểu loại điểm: ghi Cơ quan, Trường học, Doanh nghiệp, Chợ, Chốt, Cơ sở y tế hoặc Khác.", "The kind is not understood: write Office, School, Firm, Market, Gate, Health facility or Other.");

    public static Bilingual NoResponsible { get; } = new("Thiếu người chịu trách nhiệm: ghi họ tên.", "Who answers for it is missing: write the full name.");

    public static Bilingual WrongPhone { get; } = new(
        "Số điện thoại thiếu hoặc không phải số di động 10 chữ số: ghi lại, ví dụ 0912 345 678.", "The phone is missing or no mobile number of 10 digits: write it anew, for example 0912 345 678.");

    public static Bilingual UnknownCommune { get; } = new(
        "Không có xã mang mã này: ghi tên xã, hoặc sửa mã.", "No commune has this code: write the commune's name, or correct the code.");

    public static Bilingual UnknownUnit { get; } = new(
        "Không có đơn vị mang mã này trong huyện: sửa mã, hoặc để trống nếu đơn vị của bạn quản lý điểm.", "No unit of the district has this code: correct it, or leave it empty where your own unit keeps the place.");

    public static Bilingual OthersUnit { get; } = new(
        "Bạn chỉ đăng ký điểm cho đơn vị mình: để trống ô này.", "You register places of your own unit only: leave this cell empty.");

    public static Bilingual KeepsNone { get; } = new(
        "Đơn vị này không quản lý điểm kiểm soát: ghi mã đơn vị khác, hoặc để trống.", "This unit keeps no check points: write another unit's code, or leave it empty.");

    public static Bilingual UnknownCode { get; } = new(
        "Không có điểm mang mã này: xoá mã để đăng ký điểm mới.", "No place has this code: take it out to register a new place.");

    public static Bilingual TooLong(int most) => new(
        string.Create(CultureInfo.InvariantCulture, $"Dài quá {most} ký tự: rút ngắn lại."), string.Create(CultureInfo.InvariantCulture, $"Longer than {most} characters: shorten it."));
}
