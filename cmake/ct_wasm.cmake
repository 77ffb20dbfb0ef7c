# The third-party packages of the WebAssembly build. What the system has for native programs serves as far as it is
# headers; GoogleTest is built from its sources. Each package's headers are linked into a folder of their own: the rest of
# /usr/include is not for this target.
set(CT_WASM_INCLUDE "${PROJECT_BINARY_DIR}/include")
file(MAKE_DIRECTORY "${CT_WASM_INCLUDE}")
foreach(headers fmt tl fast_float rapidjson xxhash.h)
    if(NOT EXISTS "/usr/include/${headers}")
        message(FATAL_ERROR "the WebAssembly build needs /usr/include/${headers}: run scripts/setup.sh test")
    endif()
    file(CREATE_LINK "/usr/include/${headers}" "${CT_WASM_INCLUDE}/${headers}" SYMBOLIC)
endforeach()

foreach(package fmt::fmt tl::expected FastFloat::fast_float ct_xxhash ct_rapidjson)
    add_library(${package} INTERFACE IMPORTED GLOBAL)
    target_include_directories(${package} INTERFACE "${CT_WASM_INCLUDE}")
endforeach()
target_compile_definitions(fmt::fmt INTERFACE FMT_HEADER_ONLY)

add_compile_options(-fexceptions -msimd128)
# One file, run by Node with the real file system. A module of its own would be fetched, which Node does only from URLs.
add_link_options(-fexceptions -sALLOW_MEMORY_GROWTH=1 -sNODERAWFS=1 -sSINGLE_FILE=1)

if(CT_BUILD_TESTS)
    set(CT_GTEST "/usr/src/googletest")
    add_library(ct_gtest STATIC "${CT_GTEST}/googletest/src/gtest-all.cc" "${CT_GTEST}/googlemock/src/gmock-all.cc"
                                "${CT_GTEST}/googlemock/src/gmock_main.cc")
    target_include_directories(ct_gtest SYSTEM PUBLIC "${CT_GTEST}/googletest/include" "${CT_GTEST}/googlemock/include"
                               PRIVATE "${CT_GTEST}/googletest" "${CT_GTEST}/googlemock")
    target_compile_definitions(ct_gtest PUBLIC GTEST_HAS_PTHREAD=0)
    add_library(GTest::gmock ALIAS ct_gtest)
    add_library(GTest::gtest_main ALIAS ct_gtest)
endif()
